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
public record LaunchOptions(Duration timeout, Keep keep, Duration lease, Optional<Duration> ttl, int createAttempts) {

    /** How long things live until they are launched: what is kept always stays only then. */
    public Lifetime lifetime() {
        return new Lifetime(keep == Keep.ALWAYS ? Keep.NEVER : keep, lease, ttl);
    }
}
