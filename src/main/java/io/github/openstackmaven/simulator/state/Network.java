package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A network with its one subnet.
 *
 * @param sharedWith the other project that may use it
 * @param prefix the first numbers of its addresses: three of a /24, two of a /16
 */
public record Network(
        String id,
        String name,
        String project,
        boolean external,
        Optional<String> sharedWith,
        String subnet,
        String prefix,
        int revision,
        Instant created) {

    /** A project's own. */
    static Network of(String name, String prefix, String project, Instant created) {
        return new Network(
                Ids.uuid("network/" + name),
                name,
                project,
                false,
                Optional.empty(),
                Ids.uuid("subnet/" + name),
                prefix,
                2,
                created);
    }

    /** The same with two numbers of an address for its ports, and not one. */
    Network wide() {
        String start = prefix.substring(0, prefix.lastIndexOf('.'));
        return new Network(id, name, project, external, sharedWith, subnet, start, revision, created);
    }

    Network toOutside() {
        return new Network(id, name, project, true, sharedWith, subnet, prefix, revision, created);
    }

    Network sharedWith(String other) {
        return new Network(id, name, project, external, Optional.of(other), subnet, prefix, revision + 1, created);
    }

    public boolean isSharedWith(String other) {
        return sharedWith.filter(other::equals).isPresent();
    }

    public boolean isSeenBy(String other) {
        return external || isUsableBy(other);
    }

    /** Whether a server there may be put on it when none was named. */
    public boolean isUsableBy(String other) {
        return project.equals(other) || isSharedWith(other);
    }

    public String cidr() {
        return isWide() ? prefix + ".0.0/16" : prefix + ".0/24";
    }

    /** The router's address. */
    public String gateway() {
        return isWide() ? prefix + ".0.1" : prefix + ".1";
    }

    /** What is given to ports: the first and the last address, and all between. */
    public List<String> pool() {
        return List.of(address(2), address(isWide() ? 65534 : 254));
    }

    /** All addresses for ports, the lowest first. */
    Stream<String> addresses() {
        return IntStream.rangeClosed(2, isWide() ? 65534 : 254).mapToObj(this::address);
    }

    /** Whether it is one of the addresses here. */
    public boolean has(String address) {
        return address.startsWith(prefix + ".");
    }

    private String address(int number) {
        return isWide() ? prefix + "." + (number >> 8) + "." + (number & 255) : prefix + "." + number;
    }

    private boolean isWide() {
        return prefix.indexOf('.') == prefix.lastIndexOf('.');
    }

    // Loopback addresses are answered by the machine itself; a DHCP server has no use there.
    public boolean hasDhcp() {
        return !prefix.startsWith("127.");
    }
}
