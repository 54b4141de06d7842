package io.github.openstackmaven.plan;

import io.github.openstackmaven.ledger.ResourceType;

/** The create of a thing that goes on record and carries this plugin's marks, by which it is found again. */
public sealed interface MarkedCreate extends Create
        permits NewKeypair,
                PlannedServerGroup.New,
                NewSecurityGroup,
                NewPort,
                PlannedVolume.New,
                NewServer,
                NewServers,
                NewFloatingIp {

    /** What is made. */
    ResourceType kind();

    @Override
    default String placeholder() {
        return "<id of " + kind().label() + " " + name() + ">";
    }
}
