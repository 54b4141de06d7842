package io.github.openstackmaven.teardown;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Renews the lease of a build's resources while the build lives, three times a lease: that of the servers the build has on
 * record with that lease, in one request each, since Nova takes metadata of one server at a time
 * (<a href="https://docs.openstack.org/api-ref/compute/#update-metadata-items">POST /servers/ID/metadata</a>). Nothing is
 * looked up, and the rest of a build lives as long as one of its servers does; only where none was renewed is its own lease. It also tells of what is
 * kept until when. To be run by a thread that keeps no JVM alive.
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
            List<LedgerEntry> ours = ledger.entries().stream()
                    .filter(entry -> isOurs(entry) && entry.id().isPresent())
                    .toList();
            if (renewed(ours, kind -> kind == ResourceType.SERVER) == 0) {
                renewed(ours, kind -> kind != ResourceType.SERVER);
            }
            if (!ours.isEmpty()) tellOfKept(ours);
        } catch (RuntimeException e) {
            tell("ledger", e);
        }
    }

    private boolean isOurs(LedgerEntry entry) {
        return entry.build().equals(build)
                && entry.lease().equals(Optional.of(lease))
                && entry.place().mayBe(here);
    }

    private long renewed(List<LedgerEntry> entries, Predicate<ResourceType> kinds) {
        return entries.stream()
                .filter(entry -> kinds.test(entry.kind()) && entry.keep() != Keep.ALWAYS)
                .filter(entry -> isDone(entry, this::renew))
                .count();
    }

    private void renew(LedgerEntry entry) {
        resources.renew(
                new Resource(
                        entry.kind(),
                        entry.id().orElseThrow(),
                        entry.name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(time.now().plus(lease)));
    }

    // A launch may have said meanwhile until when something is kept: that is to be the last word.
    private void tellOfKept(List<LedgerEntry> ours) {
        Set<String> launches = ours.stream().map(LedgerEntry::launch).collect(Collectors.toSet());
        ledger.entries().stream()
                .filter(entry -> entry.keep() == Keep.ALWAYS && launches.contains(entry.launch()))
                .forEach(entry -> isDone(entry, kept::renew));
    }

    // Nova takes no metadata while a server is built or in ERROR: the next beat may fare better.
    private synchronized boolean isDone(LedgerEntry entry, Consumer<LedgerEntry> renewal) {
        if (stopped) return false;
        try {
            renewal.accept(entry);
            return true;
        } catch (RuntimeException e) {
            tell(entry.id().orElse(entry.launch()), e);
            return false;
        }
    }

    private void tell(String what, RuntimeException e) {
        if (told.add(what)) debug.accept("The lease of " + what + " was not renewed: " + e.getMessage());
    }
}
