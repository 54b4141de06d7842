package io.github.openstackmaven.teardown;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Renews the lease of a build's resources while the build lives: three times a lease it renews what the build has on record with that lease, but
 * for what has its mark in its name, and tells of what is kept until when. To be run by a thread that keeps no JVM alive.
 */
public final class Heartbeat implements Runnable {
    private final Ledger ledger;
    private final String build;
    private final LedgerEntry.Place here;
    private final Resources resources;
    private final Time time;
    private final Duration lease;
    private final Consumer<String> debug;
    private final KeptResources kept;
    private final Set<String> told = new HashSet<>();
    private volatile boolean stopped;

    /**
     * A heartbeat of a build on one cloud.
     *
     * @param lease how long a thing lives after its last renewal
     * @param debug told once of each that could not be renewed
     */
    public Heartbeat(
            Ledger ledger,
            String build,
            LedgerEntry.Place here,
            Resources resources,
            Time time,
            Duration lease,
            Consumer<String> debug) {
        this.ledger = ledger;
        this.build = build;
        this.here = here;
        this.resources = resources;
        this.time = time;
        this.lease = lease;
        this.debug = debug;
        this.kept = new KeptResources(ledger, resources, time);
    }

    /** How long a thing lives after its last renewal. */
    public Duration lease() {
        return lease;
    }

    /** Beats until it is stopped or interrupted. */
    @Override
    public void run() {
        try {
            while (!stopped) {
                time.pause(lease.dividedBy(3), "renewing the lease");
                beat();
            }
        } catch (InterruptedWaitException e) {
            return; // the build ends
        }
    }

    /** Ends it: once this returns, nothing is renewed any more. */
    public synchronized void stop() {
        stopped = true;
    }

    private void beat() {
        try {
            ledger.entries().stream().filter(this::isOurs).forEach(this::renew);
        } catch (RuntimeException e) {
            tell("ledger", e);
        }
    }

    private boolean isOurs(LedgerEntry entry) {
        return entry.build().equals(build)
                && entry.lease().equals(Optional.of(lease))
                && entry.place().equals(here);
    }

    // Nova takes no metadata while a server is built or in ERROR: the next beat may fare better.
    private synchronized void renew(LedgerEntry entry) {
        if (stopped || entry.id().isEmpty()) return;
        String id = entry.id().get();
        try {
            if (entry.keep() != Keep.ALWAYS) {
                resources.renew(
                        new Resource(
                                entry.kind(), id, entry.name(), Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.of(time.now().plus(lease)));
            }
            // Its launch may have said meanwhile until when it is kept: that is to be the last word.
            ledger.entries().stream()
                    .filter(now -> now.launch().equals(entry.launch()) && now.keep() == Keep.ALWAYS)
                    .forEach(kept::renew);
        } catch (RuntimeException e) {
            tell(id, e);
        }
    }

    private void tell(String what, RuntimeException e) {
        if (told.add(what)) debug.accept("The lease of " + what + " was not renewed: " + e.getMessage());
    }
}
