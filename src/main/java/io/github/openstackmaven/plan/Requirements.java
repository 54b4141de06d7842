package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Need;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.network.Network;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What servers ask for that this cloud, or a network of it, may not have: told before anything is made. */
record Requirements(Recipe recipe) {

    /**
     * That the servers can be had.
     *
     * @param nova throws where Nova lacks some of it
     * @throws OpenStackException when it does, or a server's security groups can't be applied on its network
     */
    void check(Consumer<List<Need>> nova) {
        recipe.servers().stream().map(NewServer::plan).forEach(Requirements::checkPortSecurity);
        nova.accept(recipe.servers().stream().flatMap(Requirements::needs).toList());
    }

    private static Stream<Need> needs(NewServer server) {
        ServerCreate create = server.unmarked().server();
        Stream<Need> ofGroup = server.plan().serverGroup().stream()
                .flatMap(group -> group.toBeMade().stream())
                .flatMap(group -> Need.of(group.policy()));
        return Stream.concat(Need.of(create), ofGroup);
    }

    // Nova builds such a server on one host after the other, and then says that all hosts are exhausted.
    private static void checkPortSecurity(PlannedServer server) {
        PlannedAccess access = server.access();
        if (access.securityGroups().isEmpty() && access.ingress().isEmpty()) return;
        server.networks().nics().stream()
                .flatMap(nic -> nic.<Stream<Network>>match(
                        on -> Stream.of(on.network()), own -> Stream.of(own.network()), port -> Stream.empty()))
                .filter(network -> !network.portSecurity().orElse(true))
                .findFirst()
                .ifPresent(network -> {
                    throw new OpenStackException(
                            "Server '" + server.name() + "' has "
                                    + (access.ingress().isEmpty() ? "<securityGroups>" : "<ingress> rules")
                                    + ", and its network '" + network.name()
                                    + "' takes none: port security is off there",
                            "Leave them out: nothing is filtered on that network. Or name another network.");
                });
    }
}
