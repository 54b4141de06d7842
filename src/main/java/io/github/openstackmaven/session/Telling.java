package io.github.openstackmaven.session;

import io.github.openstackmaven.OpenStackException;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * Does what only tells of a goal's work. Where that fails, on a full disk say, it is warned of: what it tells of matters
 * more.
 */
public record Telling(Log log) {

    /** Tells by itself. */
    public void run(Runnable report) {
        try {
            report.run();
        } catch (OpenStackException e) {
            e.report().lines().forEach(log::warn);
        } catch (RuntimeException e) {
            log.warn("Something could not be told: " + e);
            log.debug(e);
        }
    }

    /** The listener, whose failure is none of those who tell it. */
    public <T> Consumer<T> to(Consumer<T> listener) {
        return event -> run(() -> listener.accept(event));
    }
}
