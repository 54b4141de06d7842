package io.github.openstackmaven.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * Lifetime of a resource, as its launch asked for.
 *
 * @param lease so long after its build stopped renewing it
 * @param ttl so long once it is kept; empty: for ever
 */
public record Lifetime(Keep keep, Duration lease, Optional<Duration> ttl) {

    /** As a launch has it that says nothing of its time. */
    public static Lifetime standard(Keep keep) {
        return new Lifetime(keep, Duration.ofMinutes(30), Optional.empty());
    }
}
