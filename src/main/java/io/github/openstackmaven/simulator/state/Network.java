package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A network with its one subnet.
 *
 * @param sharedWith the other project that may use it
 * @param prefix the first three numbers of its /24
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
        return prefix + ".0/24";
    }

    // Loopback addresses are answered by the machine itself; a DHCP server has no use there.
    public boolean hasDhcp() {
        return !prefix.startsWith("127.");
    }
}
