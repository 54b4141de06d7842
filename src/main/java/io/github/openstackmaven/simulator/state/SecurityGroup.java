package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which traffic a port lets through. */
public record SecurityGroup(
        String id,
        String name,
        String description,
        String project,
        boolean stateful,
        List<Rule> rules,
        int revision,
        Instant created,
        Instant updated)
        implements Owned {

    /** One kind of traffic. */
    public record Rule(
            String id,
            String direction,
            String ethertype,
            Optional<String> protocol,
            Optional<Integer> minPort,
            Optional<Integer> maxPort,
            Optional<String> remotePrefix,
            Optional<String> remoteGroup,
            Optional<String> description,
            Instant created) {

        /** All traffic in that direction. */
        public static Rule of(String id, String direction, String ethertype, Instant created) {
            return new Rule(
                    id,
                    direction,
                    ethertype,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    created);
        }

        /** Only of that protocol, and between these ports. */
        public Rule withPorts(Optional<String> name, Optional<Integer> min, Optional<Integer> max) {
            return new Rule(id, direction, ethertype, name, min, max, remotePrefix, remoteGroup, description, created);
        }

        /** Only with these addresses, or with the ports of that group. */
        public Rule withRemote(Optional<String> prefix, Optional<String> group) {
            return new Rule(id, direction, ethertype, protocol, minPort, maxPort, prefix, group, description, created);
        }

        public Rule withDescription(String text) {
            return new Rule(
                    id,
                    direction,
                    ethertype,
                    protocol,
                    minPort,
                    maxPort,
                    remotePrefix,
                    remoteGroup,
                    Optional.of(text),
                    created);
        }
    }

    /** With the rules every group starts with: everything may leave. */
    public static SecurityGroup create(String id, String name, String description, String project, Instant now) {
        List<Rule> rules = Stream.of("IPv4", "IPv6")
                .map(ethertype -> Rule.of(Ids.uuid(id + "/egress/" + ethertype), "egress", ethertype, now))
                .toList();
        return new SecurityGroup(id, name, description, project, true, rules, 1, now, now);
    }

    public SecurityGroup with(Rule rule, Instant now) {
        return new SecurityGroup(
                id,
                name,
                description,
                project,
                stateful,
                Stream.concat(rules.stream(), Stream.of(rule)).toList(),
                revision + 1,
                created,
                now);
    }

    public SecurityGroup without(String rule, Instant now) {
        return new SecurityGroup(
                id,
                name,
                description,
                project,
                stateful,
                rules.stream().filter(kept -> !kept.id().equals(rule)).toList(),
                revision + 1,
                created,
                now);
    }

    /** The same, be it that it remembers connections. */
    public SecurityGroup remembering(boolean connections) {
        return new SecurityGroup(id, name, description, project, connections, rules, revision, created, updated);
    }

    /** With other words for it, and be it that it remembers connections. */
    public SecurityGroup changed(String newName, String newDescription, boolean remembers, Instant now) {
        return new SecurityGroup(id, newName, newDescription, project, remembers, rules, revision + 1, created, now);
    }
}
