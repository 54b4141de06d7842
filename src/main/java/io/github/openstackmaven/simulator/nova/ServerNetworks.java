package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Network;
import io.github.openstackmaven.simulator.state.Port;
import io.github.openstackmaven.simulator.state.SecurityGroup;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a new server is connected to. */
final class ServerNetworks {
    private final CloudState cloud;

    ServerNetworks(CloudState cloud) {
        this.cloud = cloud;
    }

    /** One connection asked for: on a network, perhaps with a certain address or by a certain port. */
    record Wish(Network network, Optional<String> address, Optional<Port> port, boolean possible) {

        /** Why a server that wants this won't be built: Nova accepts it and finds out later. */
        Optional<String> failure(String server) {
            if (network.external() && port.isEmpty()) {
                return Optional.of("Build of instance " + server
                        + " aborted: Failed to allocate the network(s), not rescheduling.");
            }
            return possible
                    ? Optional.empty()
                    : Optional.of("Exceeded maximum number of retries. Exhausted all hosts available for retrying"
                            + " build failures for instance " + server + ".");
        }
    }

    void checkFormat(JsonNode asked) {
        for (JsonNode entry : asked.path("networks")) {
            if (!entry.isObject() || entry.hasNonNull("port")) continue;
            String id = JsonTree.text(entry, "uuid")
                    .orElseThrow(() -> Rejection.badRequest("Bad network format: missing 'uuid'"));
            if (!Schema.isUuid(id)) {
                throw Rejection.badRequest("Bad networks format: network uuid is not in proper format (" + id + ")");
            }
        }
    }

    List<Wish> wishes(String project, JsonNode asked, int minor) {
        JsonNode networks = asked.path("networks");
        if (minor >= 37 && networks.asText().equals("none")) return List.of();
        if (networks.isEmpty()) return only(project);
        List<Wish> wishes = new ArrayList<>();
        networks.forEach(entry -> wishes.add(wish(project, entry)));
        return List.copyOf(wishes);
    }

    private List<Wish> only(String project) {
        List<Network> usable = cloud.networks().stream()
                .filter(network -> network.isUsableBy(project))
                .toList();
        if (usable.size() > 1) {
            throw Rejection.conflict("Multiple possible networks found, use a Network ID to be more specific.");
        }
        return usable.stream()
                .map(network -> new Wish(network, Optional.empty(), Optional.empty(), true))
                .toList();
    }

    private Wish wish(String project, JsonNode entry) {
        Optional<String> portId = JsonTree.text(entry, "port");
        if (portId.isPresent()) return existing(project, portId.get());
        String id = entry.get("uuid").asText();
        Network network = cloud.network(id)
                .filter(found -> found.isSeenBy(project))
                .orElseThrow(() -> Rejection.badRequest("Network " + id + " could not be found."));
        Optional<String> address = JsonTree.text(entry, "fixed_ip");
        boolean possible = address.isEmpty() || cloud.isFree(network, address.get());
        return new Wish(network, address, Optional.empty(), possible);
    }

    private Wish existing(String project, String id) {
        Port port = cloud.ports()
                .find(project, id)
                .orElseThrow(() -> Rejection.badRequest("Port id " + id + " could not be found."));
        if (port.device().isPresent()) throw Rejection.conflict("Port " + id + " is still in use.");
        return new Wish(cloud.network(port.network()).orElseThrow(), Optional.empty(), Optional.of(port), true);
    }

    /** Makes or takes the ports; returns their ids. */
    List<String> attach(String server, String project, List<Wish> wishes, List<String> groups) {
        return wishes.stream()
                .map(wish -> wish.port()
                        .map(port -> port.attachedTo(server, cloud.now()))
                        .orElseGet(() -> port(server, project, wish, groups)))
                .peek(port -> cloud.ports().put(port))
                .map(Port::id)
                .toList();
    }

    private Port port(String server, String project, Wish wish, List<String> groups) {
        String address =
                wish.address().or(() -> cloud.freeAddress(wish.network())).orElseThrow();
        return Port.builder(Ids.random(), project, wish.network().id(), cloud.nextMac(), address, cloud.now())
                .device(Optional.of(server), Port.SERVER)
                .securityGroups(groups.stream()
                        .flatMap(name -> cloud.securityGroup(project, name).stream())
                        .map(SecurityGroup::id)
                        .toList())
                .preMade(false)
                .revision(4)
                .build();
    }
}
