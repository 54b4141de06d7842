package io.github.openstackmaven.resource;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Resources on a cloud that carry the plugin's marks, as listed at one moment.
 *
 * @param unreadable types that could not be listed, and why
 */
public record MarkedResources(Instant at, List<Resource> marked, List<String> unreadable) {

    /**
     * Lists every kind.
     *
     * @throws OpenStackException when servers can't be listed: nobody can tell then which builds live
     */
    public static MarkedResources of(Resources resources, Instant at, Executor executor) {
        return of(resources, EnumSet.allOf(ResourceType.class), at, executor);
    }

    /** The same of some kinds. */
    public static MarkedResources of(Resources resources, Set<ResourceType> kinds, Instant at, Executor executor) {
        List<Resource> marked = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        new Concurrent(executor)
                .all(List.copyOf(kinds), kind -> Listed.of(resources, kind))
                .forEach(listed -> {
                    listed.resources().stream()
                            .filter(one -> one.mark().isPresent())
                            .forEach(marked::add);
                    unreadable.addAll(listed.failure());
                });
        return new MarkedResources(at, List.copyOf(marked), List.copyOf(unreadable));
    }

    /**
     * What has expired. A server by its own mark; the other kinds, not all of which take another mark, when nothing of
     * their build has any time left.
     */
    public List<Resource> expired() {
        Set<String> alive = alive();
        return marked.stream()
                .filter(one -> mark(one).hasExpired(at))
                .filter(one -> one.kind() == ResourceType.SERVER
                        || !alive.contains(mark(one).build()))
                .toList();
    }

    /** The builds of which something has time left. */
    public Set<String> alive() {
        return marked.stream()
                .filter(one -> !mark(one).hasExpired(at))
                .map(one -> mark(one).build())
                .collect(Collectors.toSet());
    }

    /**
     * Whether a thing is a Maven project's. A keypair's or server group's name has no room to say so: it is when other
     * things of its build are; one that nothing else is left of is taken by reapers of all projects alone.
     */
    public boolean isOf(String project, Resource resource) {
        Mark own = mark(resource);
        if (!own.project().isEmpty()) return own.isOf(project);
        return marked.stream()
                .map(MarkedResources::mark)
                .anyMatch(other -> other.build().equals(own.build()) && other.isOf(project));
    }

    private static Mark mark(Resource marked) {
        return marked.mark().orElseThrow();
    }

    private record Listed(List<Resource> resources, List<String> failure) {
        static Listed of(Resources resources, ResourceType kind) {
            try {
                return new Listed(resources.all(kind), List.of());
            } catch (RuntimeException e) {
                Failure failure = new Failure(e);
                if (kind == ResourceType.SERVER) throw failure.told();
                return new Listed(List.of(), List.of(kind.label() + "s can't be listed: " + failure.words()));
            }
        }
    }
}
