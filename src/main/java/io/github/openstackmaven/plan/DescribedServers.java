package io.github.openstackmaven.plan;

import io.github.openstackmaven.NamedServers;
import io.github.openstackmaven.OpenStackException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The servers that are described together, which may name each other. */
public record DescribedServers(List<ServerSpec> all) {
    private static final int NAMED = 5;

    /**
     * Checks that what one is called means no other.
     *
     * @throws OpenStackException when two have one name, or a group is called like a server
     */
    public DescribedServers {
        all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        all.stream()
                .map(ServerSpec::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw new OpenStackException(
                            "Two servers are called '" + twice + "'", "Give each <server> a <name> of its own.");
                });
        all.forEach(spec -> demandOtherGroups(spec, names));
    }

    private static void demandOtherGroups(ServerSpec spec, Set<String> names) {
        spec.relations().groups().stream().filter(names::contains).findFirst().ifPresent(group -> {
            throw new OpenStackException(
                    "Server '" + spec.name() + "' is in group '" + group + "', and a server is called so too",
                    "Give the <group> another name: an inventory can't have both.");
        });
    }

    /**
     * The same, with servers' own names in {@code <dependsOn>}.
     *
     * @throws OpenStackException when one waits for what there is not, for itself, or for one that waits for it
     */
    public DescribedServers resolved() {
        new References.Check(this).all();
        DescribedServers resolved =
                new DescribedServers(all.stream().map(this::resolved).toList());
        resolved.inOrder();
        return resolved;
    }

    /** Each after those that it waits for. */
    List<ServerSpec> inOrder() {
        return new DependencyOrder<>(all, spec -> spec).sorted();
    }

    private ServerSpec resolved(ServerSpec spec) {
        Relations relations = spec.relations();
        if (relations.dependsOn().isEmpty()) return spec;
        List<String> names = relations.dependsOn().stream()
                .flatMap(word -> meant(spec, word).stream())
                .distinct()
                .toList();
        return spec.toBuilder().relations(relations.dependingOn(names)).build();
    }

    private List<String> meant(ServerSpec spec, String word) {
        List<String> meant = named().named(word).stream().map(ServerSpec::name).toList();
        if (meant.isEmpty()) {
            throw new OpenStackException(
                    "Server '" + spec.name() + "' depends on '" + word + "', which is no server of this launch",
                    nearest(spec.name(), word));
        }
        if (!meant.contains(spec.name())) return meant;
        if (spec.relations().saidOfAll()) return List.of();
        throw new OpenStackException(
                "Server '" + spec.name() + "' depends on itself"
                        + (word.equals(spec.name()) ? "" : ": '" + word + "' means " + String.join(", ", meant)),
                "Take it out of its <dependsOn>.");
    }

    /** What else could have been meant by a word in the description of a server, for messages. */
    String nearest(String server, String word) {
        String nearest = named().nearest(word)
                .filter(other -> !other.equals(server))
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        return nearest.isEmpty() ? "It is the only one." : "The nearest there are: " + nearest + ".";
    }

    /** As a user names them. */
    NamedServers<ServerSpec> named() {
        return new NamedServers<>(
                all, ServerSpec::name, spec -> spec.relations().groups());
    }

    /** Their names, for messages. */
    @Override
    public String toString() {
        return all.stream().map(ServerSpec::name).collect(Collectors.joining(", "));
    }
}
