package io.github.openstackmaven.teardown;

import java.util.List;
import java.util.function.Consumer;

/** Is told how a teardown gets on, by the thread that deletes. */
@FunctionalInterface
public interface TeardownListener {

    /** These events came of one round, in this order. */
    void told(List<TeardownEvent> round);

    /** One that takes each for itself. */
    static TeardownListener each(Consumer<TeardownEvent> listener) {
        return round -> round.forEach(listener);
    }
}
