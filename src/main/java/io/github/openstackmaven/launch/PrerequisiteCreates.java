package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.network.SecurityGroupRuleCreate;
import io.github.openstackmaven.plan.Bindings;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.plan.NewKeypair;
import io.github.openstackmaven.plan.NewPort;
import io.github.openstackmaven.plan.NewSecurityGroup;
import io.github.openstackmaven.plan.NewSecurityGroupRule;
import io.github.openstackmaven.plan.PlannedServerGroup;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.plan.Prerequisite;
import java.nio.file.Path;

/** Sends the creates of what servers need, each to its service. */
record PrerequisiteCreates(Cloud cloud, JournaledCreates creates, KeyStore keys, VolumeWait volumes) {
    private static final int CONFLICT = 409;

    /**
     * Makes one, and waits until it can be used.
     *
     * @param server the name of the server it is for
     * @param bindings has what it needs itself
     * @return its id; of a keypair its name
     * @throws OpenStackException when it can't be made
     */
    String make(String server, Prerequisite create, Bindings bindings) {
        return create.match(new For(server, bindings));
    }

    private final class For implements Prerequisite.Cases<String> {
        private final String server;
        private final Bindings bindings;

        For(String server, Bindings bindings) {
            this.server = server;
            this.bindings = bindings;
        }

        @Override
        public String keypair(NewKeypair keypair) {
            EphemeralKeyPair pair = EphemeralKeyPair.generate(server);
            Path keyFile = keys.write(keypair.name(), pair.privateKey());
            try {
                return creates.make(PendingCreate.of(
                                keypair,
                                server,
                                marking -> cloud.keypairs()
                                        .create(keypair.request(marking, pair.publicKey()))
                                        .name())
                        .with(keyFile));
            } catch (RuntimeException e) {
                discard(keyFile, e);
                throw e;
            }
        }

        private void discard(Path keyFile, RuntimeException why) {
            try {
                keys.discard(keyFile);
            } catch (OpenStackException e) {
                why.addSuppressed(e);
            }
        }

        @Override
        public String serverGroup(PlannedServerGroup.New group) {
            return creates.make(PendingCreate.of(
                    group,
                    server,
                    marking ->
                            cloud.serverGroups().create(group.request(marking)).id()));
        }

        @Override
        public String securityGroup(NewSecurityGroup group) {
            return creates.make(PendingCreate.of(
                    group,
                    server,
                    marking -> cloud.securityGroups()
                            .create(group.request(marking))
                            .id()));
        }

        // Neutron itself sees to it that no rule is there twice.
        @Override
        public String rule(NewSecurityGroupRule rule) {
            SecurityGroupRuleCreate request = rule.request(bindings);
            try {
                add(request);
            } catch (OpenStackException e) {
                if (!JournaledCreates.mayHaveArrived(e)) throw e;
                add(request);
            }
            return rule.placeholder();
        }

        // The group is new: what it has already was asked for here. A full quota is a conflict as well.
        private void add(SecurityGroupRuleCreate rule) {
            try {
                cloud.securityGroups().add(rule);
            } catch (HttpStatusException e) {
                if (e.status() != CONFLICT || !e.words().contains("already exists")) throw e;
            }
        }

        @Override
        public String port(NewPort port) {
            return creates.make(PendingCreate.of(
                    port,
                    server,
                    marking -> cloud.ports()
                            .create(port.request(bindings, marking))
                            .id()));
        }

        @Override
        public String volume(PlannedVolume.New volume) {
            String id = creates.make(
                    PendingCreate.of(volume, server, marking -> cloud.volume().create(volume.request(marking))));
            volumes.available(server, volume, id);
            return id;
        }
    }
}
