package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The networks and security groups a cloud starts with. */
final class NetworkContents {

    private NetworkContents() {}

    static List<Network> networks(Instant now) {
        return List.of(
                network("public", "127.10.0", Contents.ADMIN, true, Optional.empty(), now),
                network("private", "10.10.0", Contents.DEMO, false, Optional.empty(), now),
                network("private2", "10.20.0", Contents.DEMO, false, Optional.empty(), now),
                network("lan", "127.20.0", Contents.ADMIN, false, Optional.of(Contents.DEMO), now),
                network("other-net", "10.30.0", Contents.OTHER, false, Optional.empty(), now));
    }

    private static Network network(
            String name, String prefix, String project, boolean external, Optional<String> sharedWith, Instant now) {
        return new Network(
                Ids.uuid("network/" + name),
                name,
                project,
                external,
                sharedWith,
                Ids.uuid("subnet/" + name),
                prefix,
                sharedWith.isPresent() ? 3 : 2,
                now.minusSeconds(3600));
    }

    // The router's leg in the private network.
    static List<Port> ports(List<Network> networks, Instant now) {
        return networks.stream()
                .filter(network -> network.name().equals("private"))
                .map(network -> new Port(
                        Ids.uuid("port/router"),
                        "",
                        "",
                        network.id(),
                        Contents.DEMO,
                        "fa:16:3e:ff:ff:01",
                        network.prefix() + ".1",
                        Optional.of(Ids.uuid("router")),
                        Port.ROUTER,
                        true,
                        List.of(),
                        List.of(),
                        true,
                        2,
                        now.minusSeconds(3600),
                        now.minusSeconds(3600)))
                .toList();
    }

    static List<SecurityGroup> securityGroups(Instant now) {
        Instant then = now.minusSeconds(3600);
        List<SecurityGroup> groups = new ArrayList<>();
        for (String project : List.of(Contents.DEMO, Contents.OTHER, Contents.ADMIN)) {
            String id = Ids.uuid("security group/default/" + project);
            SecurityGroup group = SecurityGroup.create(id, "default", "Default security group", project, then);
            for (String ethertype : List.of("IPv4", "IPv6")) {
                group = group.with(rule(id, ethertype, Optional.empty(), Optional.of(id), then), then);
            }
            groups.add(group);
        }
        String ssh = Ids.uuid("security group/ssh");
        groups.add(SecurityGroup.create(ssh, "ssh", "", Contents.DEMO, then)
                .with(rule(ssh, "IPv4", Optional.of(22), Optional.empty(), then), then));
        return List.copyOf(groups);
    }

    private static SecurityGroup.Rule rule(
            String group, String ethertype, Optional<Integer> port, Optional<String> remoteGroup, Instant created) {
        return new SecurityGroup.Rule(
                Ids.uuid(group + "/ingress/" + ethertype),
                "ingress",
                ethertype,
                port.map(any -> "tcp"),
                port,
                port,
                Optional.empty(),
                remoteGroup,
                port.map(any -> ""),
                created);
    }
}
