package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The networks and security groups a cloud starts with. */
final class NetworkContents {

    private NetworkContents() {}

    static List<Network> networks(Instant now) {
        Instant then = now.minusSeconds(3600);
        return List.of(
                Network.of("public", "127.10.0", Contents.ADMIN, then).toOutside(),
                Network.of("private", "10.10.0", Contents.DEMO, then),
                Network.of("private2", "10.20.0", Contents.DEMO, then),
                Network.of("lan", "127.20.0", Contents.ADMIN, then).sharedWith(Contents.DEMO),
                Network.of("other-net", "10.30.0", Contents.OTHER, then));
    }

    // The router's leg in the private network.
    static List<Port> ports(List<Network> networks, Instant now) {
        return networks.stream()
                .filter(network -> network.name().equals("private"))
                .map(network -> Port.builder(
                                Ids.uuid("port/router"),
                                Contents.DEMO,
                                network.id(),
                                "fa:16:3e:ff:ff:01",
                                network.gateway(),
                                now.minusSeconds(3600))
                        .device(Optional.of(Ids.uuid("router")), Port.ROUTER)
                        .revision(2)
                        .build())
                .toList();
    }

    static List<SecurityGroup> securityGroups(Instant now) {
        Instant then = now.minusSeconds(3600);
        List<SecurityGroup> groups = new ArrayList<>();
        for (String project : List.of(Contents.DEMO, Contents.OTHER, Contents.ADMIN)) {
            String id = Ids.uuid("security group/default/" + project);
            SecurityGroup group = SecurityGroup.create(id, "default", "Default security group", project, then);
            for (String ethertype : List.of("IPv4", "IPv6")) {
                group = group.with(ingress(id, ethertype, then).withRemote(Optional.empty(), Optional.of(id)), then);
            }
            groups.add(group);
        }
        String ssh = Ids.uuid("security group/ssh");
        groups.add(SecurityGroup.create(ssh, "ssh", "", Contents.DEMO, then)
                .with(
                        ingress(ssh, "IPv4", then)
                                .withPorts(Optional.of("tcp"), Optional.of(22), Optional.of(22))
                                .withDescription(""),
                        then));
        return List.copyOf(groups);
    }

    private static SecurityGroup.Rule ingress(String group, String ethertype, Instant created) {
        return SecurityGroup.Rule.of(Ids.uuid(group + "/ingress/" + ethertype), "ingress", ethertype, created);
    }
}
