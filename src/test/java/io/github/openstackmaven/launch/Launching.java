package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.Keep;
import java.time.Duration;
import java.util.Optional;

/** How launches go in tests. */
public final class Launching {
    private Launching() {}

    /** As a goal in a lifecycle phase has it, with that timeout. */
    public static LaunchOptions within(Duration timeout) {
        return new LaunchOptions(timeout, Keep.NEVER, Duration.ofMinutes(30), Optional.empty(), 1);
    }

    /** The same, and what was made is kept so. */
    public static LaunchOptions keeping(Keep keep, LaunchOptions options) {
        return new LaunchOptions(options.timeout(), keep, options.lease(), options.ttl(), options.createAttempts());
    }

    /** The same, with kept servers that expire. */
    public static LaunchOptions expiringAfter(Duration ttl, LaunchOptions options) {
        return new LaunchOptions(
                options.timeout(), options.keep(), options.lease(), Optional.of(ttl), options.createAttempts());
    }

    /** The same with so many attempts. */
    public static LaunchOptions attempting(int times, LaunchOptions options) {
        return new LaunchOptions(options.timeout(), options.keep(), options.lease(), options.ttl(), times);
    }

    /** Waits for no more than ACTIVE and an address. */
    public static ReadyWait active() {
        return (server, deadline, abandoned) -> Optional.empty();
    }
}
