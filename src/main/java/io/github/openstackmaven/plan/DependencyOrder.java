package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Servers in an order in which each comes after those that it waits for, and else as they were.
 *
 * @param spec what each was described by
 */
record DependencyOrder<S>(List<S> servers, Function<S, ServerSpec> spec) {

    /**
     * In that order; who is waited for and not among them is there already.
     *
     * @throws OpenStackException when some wait for each other
     */
    List<S> sorted() {
        List<S> left = new ArrayList<>(servers);
        Map<String, Set<String>> needs = new HashMap<>();
        left.forEach(server -> needs.put(name(server), spec.apply(server).needs()));
        Set<String> pending = new HashSet<>(needs.keySet());
        List<S> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            int first = IntStream.range(0, left.size())
                    .filter(at -> needs(needs, left.get(at)).stream().noneMatch(pending::contains))
                    .findFirst()
                    .orElseThrow(() -> circle(needs, pending));
            S next = left.remove(first);
            pending.remove(name(next));
            sorted.add(next);
        }
        return List.copyOf(sorted);
    }

    private Set<String> needs(Map<String, Set<String>> needs, S server) {
        return needs.getOrDefault(name(server), Set.of());
    }

    private String name(S server) {
        return spec.apply(server).name();
    }

    // Each that is left waits for another that is left: who follows them comes by one twice.
    private OpenStackException circle(Map<String, Set<String>> needs, Set<String> pending) {
        Set<String> seen = new LinkedHashSet<>();
        String next = servers.stream()
                .map(this::name)
                .filter(pending::contains)
                .findFirst()
                .orElseThrow();
        while (seen.add(next)) next = other(needs, pending, next);
        List<String> circle = new ArrayList<>(seen);
        circle = circle.subList(circle.indexOf(next), circle.size());
        return new OpenStackException(
                "Servers wait for each other: "
                        + circle.stream()
                                .map(name -> "'" + name + "' for '" + other(needs, pending, name) + "'")
                                .collect(Collectors.joining(", ")),
                "Take one out of <dependsOn>, or its @{server…} out of the user data.");
    }

    private static String other(Map<String, Set<String>> needs, Set<String> pending, String name) {
        return needs.getOrDefault(name, Set.of()).stream()
                .filter(pending::contains)
                .sorted()
                .findFirst()
                .orElseThrow();
    }
}
