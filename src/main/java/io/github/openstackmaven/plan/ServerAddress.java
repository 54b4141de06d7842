package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Server;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address of a server on one of its networks. */
public record ServerAddress(String network, int version, String address, String type) {
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");

    /**
     * All addresses of a server, and nothing that a cloud calls one and is none: it goes into files that others obey, as
     * {@code ssh_config}. The one to reach it at comes first: floating before fixed, IPv4 before IPv6, and those of its first
     * interface before those of its next, for Nova
     * <a href="https://opendev.org/openstack/nova/src/branch/master/nova/api/openstack/common.py">lists them</a> in that order.
     */
    public static List<ServerAddress> of(Server server) {
        return server.addresses().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(one -> of(entry.getKey(), one)))
                .filter(one -> LITERAL.matcher(one.address()).matches())
                .sorted(Comparator.comparing((ServerAddress one) -> !one.type().equals("floating"))
                        .thenComparing(ServerAddress::version))
                .toList();
    }

    /** The address to reach a server at; empty when it has none. */
    public static Optional<String> best(Server server) {
        return of(server).stream().map(ServerAddress::address).findFirst();
    }

    /** The same, and one of IPv6 where it has one, if that is wanted. */
    public static Optional<String> best(Server server, boolean ipv6First) {
        return of(server).stream()
                .filter(one -> ipv6First && one.version() == 6)
                .map(ServerAddress::address)
                .findFirst()
                .or(() -> best(server));
    }

    private static ServerAddress of(String network, Server.Address one) {
        return new ServerAddress(network, one.version(), one.addr(), one.type().orElse("fixed"));
    }
}
