package io.github.openstackmaven.plan;

import io.github.openstackmaven.NamedServers;
import io.github.openstackmaven.OpenStackException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        if (relations.saidOfAll() && names.contains(spec.name())) names = List.of();
        return spec.toBuilder().relations(relations.dependingOn(names)).build();
    }

    private List<String> meant(ServerSpec spec, String word) {
        List<String> meant = named().named(word).stream().map(ServerSpec::name).toList();
        if (meant.isEmpty()) {
            throw new OpenStackException(
                    "Server '" + spec.name() + "' depends on '" + word + "', which is no server of this launch",
                    nearest(spec.name(), word));
        }
        if (spec.relations().saidOfAll() || !meant.contains(spec.name())) return meant;
        throw new OpenStackException(
                "Server '" + spec.name() + "' depends on itself"
                        + (word.equals(spec.name()) ? "" : ": '" + word + "' means " + String.join(", ", meant)),
                "Take it out of its <dependsOn>.");
    }

    /**
     * Those that words mean, and no others; all where there are no words.
     *
     * @throws OpenStackException when a word means none, or one of them waits for another that is not among them
     */
    public List<ServerSpec> chosen(List<String> words) {
        if (words.isEmpty()) return all;
        Set<String> names = named().named(words, this::unknown).stream()
                .map(ServerSpec::name)
                .collect(Collectors.toSet());
        List<ServerSpec> chosen =
                all.stream().filter(spec -> names.contains(spec.name())).toList();
        chosen.forEach(spec -> demandChosen(spec, names, words));
        return chosen;
    }

    private OpenStackException unknown(String word) {
        return new OpenStackException(
                "-Dopenstack.servers names '" + word + "', which is no server that is described", nearest("", word));
    }

    private void demandChosen(ServerSpec spec, Set<String> names, List<String> words) {
        spec.needs().stream()
                .filter(need -> !names.contains(need))
                .sorted()
                .findFirst()
                .ifPresent(missing -> {
                    throw new OpenStackException(
                            "Server '" + spec.name() + "' waits for '" + missing
                                    + "', which -Dopenstack.servers leaves out",
                            "Launch it too: -Dopenstack.servers=" + String.join(",", words) + ","
                                    + String.join(",", more(names)));
                });
    }

    // What is waited for may wait for something itself: those that do come first, from behind.
    private Set<String> more(Set<String> names) {
        Set<String> wanted = new HashSet<>(names);
        List<ServerSpec> ordered = inOrder();
        for (int place = ordered.size() - 1; place >= 0; place--) {
            ServerSpec spec = ordered.get(place);
            if (wanted.contains(spec.name())) wanted.addAll(spec.needs());
        }
        wanted.removeAll(names);
        return new TreeSet<>(wanted);
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
