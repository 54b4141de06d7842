package io.github.openstackmaven.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Look-ups of one kind by what is wanted, each sent at once, and once for all that want the same. */
final class LookUps<K, V> {
    private final Executor executor;
    private final Function<K, V> lookUp;
    private final Map<K, LookUp<V>> asked = new HashMap<>();

    LookUps(Executor executor, Function<K, V> lookUp) {
        this.executor = executor;
        this.lookUp = lookUp;
    }

    void ask(K wanted) {
        asked.computeIfAbsent(wanted, key -> new LookUp<>(executor, () -> lookUp.apply(key)))
                .ask();
    }

    /** What came of one that was asked for, or its error as it was thrown. */
    V answer(K wanted) {
        return Objects.requireNonNull(asked.get(wanted)).answer().orElseThrow();
    }
}
