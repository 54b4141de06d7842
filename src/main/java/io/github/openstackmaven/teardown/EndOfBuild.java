package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.resource.CloudResources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Ends a build: deletes what it launched, and sees to it that what is kept is not reaped. It runs in a class loader of
 * its own, since Maven has closed the plugin's by the time the JVM's shutdown hooks run; only the JDK's types cross the border.
 */
public final class EndOfBuild implements BiConsumer<Map<String, Object>, Consumer<String>> {
    private static final int INTERRUPTED = 130;
    private static final Duration HEARTBEAT_ENDS = Duration.ofSeconds(2);

    private final LastLooks lastLooks;
    private final Time time = Time.system();
    private final Redaction redaction = new Redaction();
    private final Logins logins = Logins.overHttp(time, redaction::add);
    private boolean done;

    /** Who saves what servers show. */
    @FunctionalInterface
    public interface LastLooks {
        /**
         * A last look at the servers of a ledger.
         *
         * @param folder where the ledger is
         * @param logs those of the {@link BuildState}
         */
        LastLook of(Path folder, Collection<Map<String, Object>> logs, Redaction redaction, Consumer<String> out);
    }

    /** An end that takes such last looks when the build has failed. */
    public EndOfBuild(LastLooks lastLooks) {
        this.lastLooks = lastLooks;
    }

    /**
     * Stops the launches under way, deletes, and tells of it. Whoever comes second, hook or end of session, waits for the
     * first, and does only what that has left.
     *
     * @param plain a {@link BuildState#plain()}
     * @param log where progress is told
     */
    @Override
    public synchronized void accept(Map<String, Object> plain, Consumer<String> log) {
        if (done) return;
        Consumer<String> out = line -> log.accept(redaction.told(line));
        BuildState build = BuildState.of(plain);
        build.over().set(true);
        boolean succeeded = succeeded(build);
        List<LaunchSite> sites =
                List.copyOf(build.sites()).stream().map(LaunchSite::of).toList();
        List<Ledger> ledgers = sites.stream()
                .map(site -> new Ledger(site.ledger().file(), out, site.ledger().memory()))
                .toList();
        List<CloudTeardown> teardowns = IntStream.range(0, sites.size())
                .mapToObj(index -> teardown(sites.get(index), ledgers.get(index), ledgers, build, succeeded, out))
                .toList();
        // only now: an interrupted launch is no longer told to be under way
        build.heartbeats().forEach(Thread::interrupt);
        build.launching().forEach(Thread::interrupt);
        if (!teardowns.stream().allMatch(CloudTeardown::isDone)) {
            if (teardowns.stream().anyMatch(one -> !one.left().isEmpty())) {
                out.accept("The build ends, and what it launched with it");
            }
            build.heartbeats().forEach(EndOfBuild::await);
            run(teardowns, build, out);
        }
        teardowns.stream().flatMap(one -> one.kept().stream()).forEach(entry -> tellKept(entry, out));
        teardowns.stream().flatMap(one -> one.unrenewed().stream()).forEach(entry -> tellUnrenewed(entry, out));
        tellLeft(teardowns, out);
        done = teardowns.stream().allMatch(CloudTeardown::isDone);
    }

    // One in the middle of a renewal would have the last word on what is kept.
    private static void await(Thread heartbeat) {
        try {
            heartbeat.join(HEARTBEAT_ENDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(List<CloudTeardown> teardowns, BuildState build, Consumer<String> out) {
        ExecutorService threads = Executors.newCachedThreadPool(EndOfBuild::daemon);
        try (InterruptSignal again = new InterruptSignal(() -> interrupted(teardowns, out))) {
            Objects.requireNonNull(again);
            CompletableFuture.allOf(teardowns.stream()
                            .map(one -> CompletableFuture.runAsync(() -> one.run(build.timeout(), threads), threads))
                            .toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, build.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(defect -> {
                        out.accept(defect.toString()); // what is left is told next
                        return null;
                    })
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private CloudTeardown teardown(
            LaunchSite site,
            Ledger ledger,
            List<Ledger> all,
            BuildState build,
            boolean succeeded,
            Consumer<String> out) {
        redaction.addAll(site.settings().secrets());
        Time clock = time.putBack(site.ahead());
        return new CloudTeardown(
                new BuildRecord(
                        ledger,
                        site.place(),
                        new KeepDecision(build.id(), succeeded),
                        launch -> all.stream().anyMatch(one -> one.has(launch)),
                        site.ledger()::refusedKinds),
                () -> !build.launching().isEmpty(),
                deadline -> new CloudResources(
                        logins.to(site, Patience.until(deadline, clock).once())),
                lastLooks.of(
                        Objects.requireNonNull(
                                site.ledger().file().toAbsolutePath().getParent()),
                        build.logs(),
                        redaction,
                        out),
                clock,
                out);
    }

    // It asks Maven, which may have closed its class loaders: then the build did not come to its end by itself.
    private static boolean succeeded(BuildState build) {
        try {
            return build.succeeded().getAsBoolean();
        } catch (LinkageError e) {
            return false;
        }
    }

    // Where a session ends before its JVM does, the first Ctrl-C is the one that ends the JVM, whose hook waits for
    // this.
    private static void interrupted(List<CloudTeardown> teardowns, Consumer<String> out) {
        if (isJvmEnding()) giveUp(teardowns, out);
        else Runtime.getRuntime().exit(INTERRUPTED);
    }

    private static boolean isJvmEnding() {
        Thread none = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void giveUp(List<CloudTeardown> teardowns, Consumer<String> out) {
        out.accept("Interrupted again:");
        tellLeft(teardowns, out);
        Runtime.getRuntime().halt(INTERRUPTED);
    }

    private static void tellLeft(List<CloudTeardown> teardowns, Consumer<String> out) {
        teardowns.stream().flatMap(one -> one.left().stream()).distinct().forEach(entry -> tellLeft(entry, out));
        teardowns.stream()
                .flatMap(one -> one.strays().stream())
                .forEach(stray ->
                        out.accept("Left behind: " + stray.resource() + ". Delete it with: " + stray.command()));
    }

    private static void tellLeft(LedgerEntry entry, Consumer<String> out) {
        out.accept(entry.id()
                .map(id -> "Left behind: " + entry + ". Delete it with: "
                        + entry.kind().deleteCommand(id))
                .orElseGet(() ->
                        entry + " may have been made: nobody saw it. openstack:reap finds it once its lease is over"));
    }

    private static void tellKept(LedgerEntry entry, Consumer<String> out) {
        out.accept("Kept, since the build failed: " + entry + ". " + entry.deleteCommand() + " deletes it");
    }

    private static void tellUnrenewed(LedgerEntry entry, Consumer<String> out) {
        out.accept("Kept only until its lease is over: " + entry + ". After that openstack:reap deletes it");
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "openstack-end");
        thread.setDaemon(true);
        return thread;
    }
}
