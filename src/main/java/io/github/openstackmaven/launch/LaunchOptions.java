package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Lifetime;
import java.time.Duration;
import java.util.Optional;

/**
 * How a launch is to go.
 *
 * @param timeout from its begin until all servers are ready
 * @param lease what was made expires that long after its build stopped renewing it
 * @param ttl kept servers expire after it; empty: never
 * @param createAttempts how often a server is tried that goes to ERROR
 */
public record LaunchOptions(
        Duration timeout, Keep keep, Duration lease, Optional<Duration> ttl, int createAttempts, IfExists ifExists) {

    /** As a goal in a lifecycle phase has it, with that timeout. */
    public static LaunchOptions standard(Duration timeout) {
        return new LaunchOptions(timeout, Keep.NEVER, Duration.ofMinutes(30), Optional.empty(), 1, IfExists.CREATE);
    }

    /** How long things live until they are launched: what is kept always stays only then. */
    public Lifetime lifetime() {
        return new Lifetime(keep == Keep.ALWAYS ? Keep.NEVER : keep, lease, ttl);
    }

    /** The same, and what was made is kept so. */
    public LaunchOptions keeping(Keep other) {
        return new LaunchOptions(timeout, other, lease, ttl, createAttempts, ifExists);
    }

    /** The same, with kept servers that expire. */
    public LaunchOptions expiringAfter(Duration other) {
        return new LaunchOptions(timeout, keep, lease, Optional.of(other), createAttempts, ifExists);
    }

    /** The same with so many attempts. */
    public LaunchOptions attempting(int times) {
        return new LaunchOptions(timeout, keep, lease, ttl, times, ifExists);
    }

    /** The same, and that is done about servers that exist. */
    public LaunchOptions where(IfExists other) {
        return new LaunchOptions(timeout, keep, lease, ttl, createAttempts, other);
    }
}
