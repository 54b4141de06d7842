package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The servers that are described together, which may name each other. */
public record DescribedServers(List<ServerSpec> all) {

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

    /** Their names, for messages. */
    @Override
    public String toString() {
        return all.stream().map(ServerSpec::name).collect(Collectors.joining(", "));
    }
}
