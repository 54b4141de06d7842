package io.github.openstackmaven.simulator.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All there are of a kind, by their ids, in the order they came. */
public final class Rows<T extends Owned> {
    private final Map<String, T> rows = new LinkedHashMap<>();

    /** Those there are now; they may be changed meanwhile. */
    public Stream<T> stream() {
        return List.copyOf(rows.values()).stream();
    }

    /** A project's. */
    public List<T> of(String project) {
        return stream().filter(row -> row.project().equals(project)).toList();
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** One of a project's. */
    public Optional<T> find(String project, String id) {
        return find(id).filter(row -> row.project().equals(project));
    }

    /** Adds one, or replaces that with its id. */
    public void put(T row) {
        rows.put(row.id(), row);
    }

    public void remove(String id) {
        rows.remove(id);
    }

    void removeIf(Predicate<T> unwanted) {
        rows.values().removeIf(unwanted);
    }
}
