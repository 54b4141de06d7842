package io.github.openstackmaven.simulator.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.SecurityGroup;
import io.github.openstackmaven.simulator.web.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A rule as it is asked for, with what Neutron minds about it, in its order. */
record RuleBody(JsonNode asked) {
    private static final List<String> PROTOCOLS =
            List.of(("ah dccp egp esp gre hopopt icmp igmp ip ipip ipv6-encap ipv6-frag ipv6-icmp icmpv6 "
                            + "ipv6-nonxt ipv6-opts ipv6-route ospf pgm rsvp sctp tcp udp udplite vrrp")
                    .split(" ", -1));
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("ah", 51),
            Map.entry("dccp", 33),
            Map.entry("egp", 8),
            Map.entry("esp", 50),
            Map.entry("gre", 47),
            Map.entry("hopopt", 0),
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("ip", 0),
            Map.entry("ipip", 4),
            Map.entry("ipv6-encap", 41),
            Map.entry("ipv6-frag", 44),
            Map.entry("ipv6-icmp", 58),
            Map.entry("icmpv6", 58),
            Map.entry("ipv6-nonxt", 59),
            Map.entry("ipv6-opts", 60),
            Map.entry("ipv6-route", 43),
            Map.entry("ospf", 89),
            Map.entry("pgm", 113),
            Map.entry("rsvp", 46),
            Map.entry("sctp", 132),
            Map.entry("tcp", 6),
            Map.entry("udp", 17),
            Map.entry("udplite", 136),
            Map.entry("vrrp", 112));
    /** Those that have ports: DCCP, SCTP, TCP, UDP and UDPLite. */
    private static final Set<Integer> WITH_PORTS = Set.of(33, 132, 6, 17, 136);

    private static final Set<Integer> ICMP = Set.of(1, 58);
    private static final Set<String> ICMP_NAMES = Set.of("icmp", "icmpv6", "1", "58");
    private static final int LAST_PORT = 65535;
    private static final Set<Integer> OF_IPV6 = Set.of(41, 43, 44, 58, 59, 60);

    /** The rule, if there can be one like it. */
    SecurityGroup.Rule rule(Release release, Instant now) {
        String direction = asked.get("direction").asText();
        if (!Set.of("ingress", "egress").contains(direction)) {
            throw NeutronBody.invalid("direction", direction + " is not in valid_values.");
        }
        Optional<String> named = protocol(release);
        Optional<Integer> min = port("port_range_min");
        Optional<Integer> max = port("port_range_max");
        String ethertype = ethertype();
        Optional<Cidr> prefix = text("remote_ip_prefix").map(Cidr::of);
        boolean ofIpv6 =
                ethertype.equals("IPv6") && named.filter(ICMP_NAMES::contains).isPresent();
        Optional<String> protocol = ofIpv6 ? Optional.of("ipv6-icmp") : named;
        boolean whole = min.filter(port -> port == 1).isPresent()
                && max.filter(port -> port == LAST_PORT).isPresent();
        if (!whole) checkPorts(protocol, min, max);
        prefix.filter(cidr -> !cidr.ethertype().equals(ethertype)).ifPresent(cidr -> {
            throw new Rejection(
                    400,
                    "SecurityGroupRuleParameterConflict",
                    "Conflicting value ethertype " + ethertype + " for CIDR " + cidr);
        });
        if (ethertype.equals("IPv4")
                && protocol.filter(name -> OF_IPV6.contains(number(name))).isPresent()) {
            throw new Rejection(
                    400,
                    "SecurityGroupEthertypeConflictWithProtocol",
                    "Invalid ethertype IPv4 for protocol " + protocol.get() + ".");
        }
        checkRemotes();
        return SecurityGroup.Rule.of(Ids.random(), direction, ethertype, now)
                .withPorts(protocol, whole ? Optional.empty() : min, whole ? Optional.empty() : max)
                .withRemote(prefix.map(Cidr::toString), text("remote_group_id"))
                .withDescription(asked.path("description").asText(""));
    }

    private Optional<String> protocol(Release release) {
        boolean any = release.since(Release.EPOXY);
        Optional<String> protocol = text("protocol");
        protocol.map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !PROTOCOLS.contains(name) && !(any && name.equals("any")) && !isNumber(name))
                .ifPresent(name -> {
                    throw new Rejection(
                            400,
                            "SecurityGroupRuleInvalidProtocol",
                            "Security group rule protocol " + protocol.get() + " not supported. Only protocol values "
                                    + (any ? "(None, 'any', '" : "[None, '") + String.join("', '", PROTOCOLS)
                                    + (any ? "')" : "']") + " and integer representations [0 to 255] are supported.");
                });
        return protocol.map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static boolean isNumber(String protocol) {
        return protocol.matches("\\d{1,3}") && Integer.parseInt(protocol) <= 255;
    }

    /** A protocol's number; -1 for any. */
    static int number(String protocol) {
        return isNumber(protocol) ? Integer.parseInt(protocol) : NUMBERS.getOrDefault(protocol, -1);
    }

    private Optional<Integer> port(String name) {
        return text(name).map(text -> {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT) throw noPort(text);
            return Integer.parseInt(text);
        });
    }

    private static Rejection noPort(String text) {
        return new Rejection(400, "SecurityGroupInvalidPortValue", "Invalid value for port " + text);
    }

    private String ethertype() {
        String wanted = asked.has("ethertype") ? asked.get("ethertype").asText("None") : "IPv4";
        return Stream.of("IPv4", "IPv6")
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new Rejection(
                        400,
                        "SecurityGroupRuleInvalidEtherType",
                        "Security group rule for ethertype '" + wanted
                                + "' not supported. Allowed values are ['IPv4', 'IPv6']."));
    }

    private static void checkPorts(Optional<String> protocol, Optional<Integer> min, Optional<Integer> max) {
        if (min.isEmpty() && max.isEmpty()) return;
        int number = number(protocol.orElseThrow(() -> new Rejection(
                400, "SecurityGroupProtocolRequiredWithPorts", "Must also specify protocol if port range is given.")));
        if (WITH_PORTS.contains(number)) checkRange(min, max);
        else if (ICMP.contains(number)) checkIcmp(min, max);
        else {
            throw new Rejection(
                    400,
                    "SecurityGroupInvalidProtocolForPort",
                    "Ports cannot be specified for protocol " + number
                            + ". Ports are only supported for DCCP, SCTP, TCP, UDP, UDPLITE.");
        }
    }

    private static void checkRange(Optional<Integer> min, Optional<Integer> max) {
        if (Stream.of(min, max)
                .anyMatch(port -> port.filter(number -> number == 0).isPresent())) throw noPort("0");
        if (min.isPresent() && max.isPresent() && min.get() <= max.get()) return;
        throw new Rejection(
                400,
                "SecurityGroupInvalidPortRange",
                "For TCP/UDP protocols, port_range_min must be <= port_range_max");
    }

    private static void checkIcmp(Optional<Integer> type, Optional<Integer> code) {
        checkIcmp("type (port_range_min)", type);
        checkIcmp("code (port_range_max)", code);
        if (type.isPresent() || code.isEmpty()) return;
        throw new Rejection(
                400,
                "SecurityGroupMissingIcmpType",
                "ICMP code (port-range-max) " + code.get() + " is provided but ICMP type (port-range-min) is missing.");
    }

    private static void checkIcmp(String field, Optional<Integer> value) {
        value.filter(number -> number > 255).ifPresent(number -> {
            throw new Rejection(
                    400,
                    "SecurityGroupInvalidIcmpValue",
                    "Invalid value for ICMP " + field + " " + number + ". It must be 0 to 255.");
        });
    }

    private void checkRemotes() {
        long remotes = Stream.of("remote_ip_prefix", "remote_group_id", "remote_address_group_id")
                .filter(name -> text(name).isPresent())
                .count();
        if (remotes > 1) {
            throw new Rejection(
                    400,
                    "SecurityGroupMultipleRemoteEntites",
                    "Only one of remote_ip_prefix or remote_group_id or remote_address_group_id may be provided.");
        }
    }

    /** A text, when there is one and it isn't null. */
    Optional<String> text(String name) {
        return asked.hasNonNull(name) ? Optional.of(asked.get(name).asText()) : Optional.empty();
    }
}
