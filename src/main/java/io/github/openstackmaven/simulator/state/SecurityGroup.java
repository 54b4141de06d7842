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
            Instant created) {}

    /** With the rules every group starts with: everything may leave. */
    public static SecurityGroup create(String id, String name, String description, String project, Instant now) {
        List<Rule> rules = Stream.of("IPv4", "IPv6")
                .map(ethertype -> new Rule(
                        Ids.uuid(id + "/egress/" + ethertype),
                        "egress",
                        ethertype,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now))
                .toList();
        return new SecurityGroup(id, name, description, project, rules, 1, now, now);
    }

    public SecurityGroup with(Rule rule, Instant now) {
        return new SecurityGroup(
                id,
                name,
                description,
                project,
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
                rules.stream().filter(kept -> !kept.id().equals(rule)).toList(),
                revision + 1,
                created,
                now);
    }

    public SecurityGroup renamed(String newName, String newDescription, Instant now) {
        return new SecurityGroup(id, newName, newDescription, project, rules, revision + 1, created, now);
    }
}
