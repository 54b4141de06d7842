package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.network.SecurityGroupRuleCreate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may come in to a server, as a POM says it: {@code tcp 22 from 10.0.0.0/8}, {@code udp 8000-8100},
 * {@code icmp}, {@code any from group web}.
 *
 * @param ports empty for all, which only protocols without ports have
 */
public record IngressRule(Protocol protocol, Optional<PortRange> ports, Remote from) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<protocol>\\S+)(?:\\s+(?!from\\b)(?<ports>\\S+))?(?:\\s+from\\s+(?:group\\s+(?<group>.+)|(?<cidr>\\S+)))?");

    /** What travels. */
    public enum Protocol {
        TCP,
        UDP,
        ICMP,
        ANY;

        private boolean hasPorts() {
            return this == TCP || this == UDP;
        }

        private Optional<String> wire(String ethertype) {
            return switch (this) {
                case TCP, UDP -> Optional.of(name().toLowerCase(Locale.ROOT));
                case ICMP -> Optional.of(ethertype.equals("IPv6") ? "ipv6-icmp" : "icmp");
                case ANY -> Optional.empty();
            };
        }
    }

    /** Where it may come from. */
    public sealed interface Remote permits Anywhere, Cidr, Group {
        /** What comes of it, by which of the three it is. */
        <T> T match(Function<Anywhere, T> anywhere, Function<Cidr, T> cidr, Function<Group, T> group);
    }

    /** Every address, of IPv4 and of IPv6. */
    public record Anywhere() implements Remote {
        private static final List<Cidr> BLOCKS = List.of(new Cidr("0.0.0.0", 0, 4), new Cidr("::", 0, 6));

        @Override
        public <T> T match(Function<Anywhere, T> anywhere, Function<Cidr, T> cidr, Function<Group, T> group) {
            return anywhere.apply(this);
        }

        @Override
        public String toString() {
            return "anywhere";
        }
    }

    /** The servers of another security group, by name or id. */
    public record Group(String name) implements Remote {
        @Override
        public <T> T match(Function<Anywhere, T> anywhere, Function<Cidr, T> cidr, Function<Group, T> group) {
            return group.apply(this);
        }

        @Override
        public String toString() {
            return "group " + name;
        }
    }

    /**
     * Reads a rule.
     *
     * @throws OpenStackException when it is none; names the element and what is wrong
     */
    public static IngressRule parse(String text) {
        try {
            Matcher written = WRITTEN.matcher(text.strip());
            if (!written.matches()) throw new IllegalArgumentException("it is no rule");
            Protocol protocol = protocol(written.group("protocol"));
            Optional<PortRange> ports =
                    Optional.ofNullable(written.group("ports")).map(PortRange::parse);
            if (protocol.hasPorts() && ports.isEmpty()) throw new IllegalArgumentException("it names no port");
            if (!protocol.hasPorts() && ports.isPresent()) {
                throw new IllegalArgumentException(written.group("protocol") + " has no ports");
            }
            return new IngressRule(protocol, ports, remote(written));
        } catch (IllegalArgumentException e) {
            throw new OpenStackException(
                    "Malformed <ingress> '" + text.strip() + "': " + e.getMessage(),
                    "It is a protocol (tcp, udp, icmp, any), a port or a range of them for tcp and udp, and perhaps from"
                            + " where: tcp 22 from 10.0.0.0/8, udp 8000-8100, any from group web.",
                    e);
        }
    }

    /**
     * What Neutron is asked for: one rule where the remote is a block, else one for IPv4 and one for IPv6, since a rule is for
     * <a href="https://docs.openstack.org/api-ref/network/v2/#create-security-group-rule">one ethertype</a> alone.
     *
     * @param securityGroupId the group that gets it
     * @param groupIds from a remote group's name to its id
     */
    public Stream<SecurityGroupRuleCreate> creates(String securityGroupId, UnaryOperator<String> groupIds) {
        return from.match(
                anywhere -> Anywhere.BLOCKS.stream().map(block -> create(securityGroupId, block)),
                block -> Stream.of(create(securityGroupId, block)),
                group -> Stream.of("IPv4", "IPv6")
                        .map(ethertype -> create(
                                securityGroupId,
                                ethertype,
                                Optional.empty(),
                                Optional.of(groupIds.apply(group.name())))));
    }

    private SecurityGroupRuleCreate create(String securityGroupId, Cidr block) {
        return create(securityGroupId, "IPv" + block.version(), Optional.of(block.toString()), Optional.empty());
    }

    private SecurityGroupRuleCreate create(
            String securityGroupId, String ethertype, Optional<String> prefix, Optional<String> group) {
        return SecurityGroupRuleCreate.ingress(
                securityGroupId,
                ethertype,
                protocol.wire(ethertype),
                ports.map(PortRange::first),
                ports.map(PortRange::last),
                prefix,
                group);
    }

    private static Protocol protocol(String word) {
        return Stream.of(Protocol.values())
                .filter(protocol -> protocol.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of tcp, udp, icmp, any"));
    }

    private static Remote remote(Matcher written) {
        if (written.group("group") != null) return new Group(written.group("group"));
        return Optional.ofNullable(written.group("cidr"))
                .<Remote>map(Cidr::parse)
                .orElseGet(Anywhere::new);
    }
}
