package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a server is to others that are described with it. The cloud is told nothing of it: two servers that differ in it alone
 * are alike to Nova, and have one {@code maven:spec}.
 *
 * @param groups for the inventory, and to name several servers by
 * @param dependsOn the servers, groups or {@code <count>}s that must be ready before it is created
 * @param saidOfAll whether that was said of all servers, and so is not meant for those that are named there
 */
public record Relations(List<String> groups, List<String> dependsOn, boolean saidOfAll) {
    // What Ansible takes for a group's name; of a dash it warns.
    private static final Pattern GROUP = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final Set<String> ANSIBLES_OWN = Set.of("all", "ungrouped");

    /**
     * Checks the groups' names.
     *
     * @throws OpenStackException when an inventory can't have one of them
     */
    public Relations {
        groups = groups.stream().distinct().toList();
        dependsOn = List.copyOf(dependsOn);
        saidOfAll = saidOfAll && !dependsOn.isEmpty();
        groups.stream()
                .filter(group -> !GROUP.matcher(group).matches() || ANSIBLES_OWN.contains(group))
                .findFirst()
                .ifPresent(group -> {
                    throw new OpenStackException(
                            "<group> is '" + group + "'",
                            "It is made of letters, digits, _ and -, begins with a letter, and is none of Ansible's own:"
                                    + " all, ungrouped.");
                });
    }

    /** To none. */
    public static Relations none() {
        return new Relations(List.of(), List.of(), false);
    }

    /** The same of a server that depends on those, by their own names. */
    Relations dependingOn(List<String> servers) {
        return new Relations(groups, servers, false);
    }
}
