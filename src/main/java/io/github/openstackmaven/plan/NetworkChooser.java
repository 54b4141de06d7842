package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.NetworkClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the networks a user wants.
 *
 * @param projectId whose networks they are; empty where the login has no project
 */
record NetworkChooser(NetworkClient client, Optional<String> projectId) {

    /**
     * The network of that name or id.
     *
     * @throws OpenStackException when there is none, or several
     */
    Network choose(String wanted) {
        NamedResource choice = new NamedResource("network", wanted);
        List<Network> byId = NamedResource.isId(wanted) ? client.byId(wanted) : List.of();
        List<Network> found = byId.isEmpty() ? client.byName(wanted) : byId;
        if (found.isEmpty()) {
            throw choice.unknown(() -> client.all().stream().map(Network::name).toList());
        }
        return choice.only(
                found,
                one -> one.id() + "  created "
                        + one.createdAt().map(Instant::toString).orElse("unknown") + "  " + one.name());
    }

    /**
     * The only network that a server of the project can be on, as Nova picks it.
     *
     * @throws OpenStackException when there are several; lists them
     */
    Network only() {
        List<Network> usable = client.all().stream()
                .filter(network -> network.shared()
                        || projectId.map(network.projectId()::equals).orElse(false))
                .toList();
        if (usable.size() == 1) return usable.get(0);
        String names = usable.stream().map(Network::name).sorted().collect(Collectors.joining(", "));
        throw usable.isEmpty()
                ? new OpenStackException(
                        "The project has no network a server could be on",
                        "Make one, or set <networks> to none for a server without.")
                : new OpenStackException(
                        "The project has several networks, and none is named: " + names,
                        "Name one or more of them in <networks>, or -Dopenstack.networks=NAME.");
    }

    /**
     * The only network that floating IPs can be of.
     *
     * @throws OpenStackException when there are several; lists them
     */
    Network onlyExternal() {
        List<Network> external = client.external();
        if (external.size() == 1) return external.get(0);
        String names = external.stream().map(Network::name).sorted().collect(Collectors.joining(", "));
        throw external.isEmpty()
                ? new OpenStackException(
                        "The project sees no external network, so there are no floating IPs", "Leave <floatingIp> out.")
                : new OpenStackException(
                        "There are several external networks, and none is named: " + names,
                        "Name one of them in <floatingIp>, or -Dopenstack.floatingIp=NAME.");
    }
}
