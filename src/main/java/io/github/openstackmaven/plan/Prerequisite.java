package io.github.openstackmaven.plan;

import java.util.List;

/** The create of something that must be there before a server's own create. */
public sealed interface Prerequisite extends Create
        permits NewKeypair, PlannedServerGroup.New, NewSecurityGroup, NewSecurityGroupRule, NewPort, PlannedVolume.New {

    /** What must be made before this. */
    default List<Prerequisite> needs() {
        return List.of();
    }

    /** What becomes of it, by what it is. */
    <T> T match(Cases<T> cases);

    /** One case for each. */
    interface Cases<T> {
        T keypair(NewKeypair keypair);

        T serverGroup(PlannedServerGroup.New group);

        T securityGroup(NewSecurityGroup group);

        T rule(NewSecurityGroupRule rule);

        T port(NewPort port);

        T volume(PlannedVolume.New volume);
    }
}
