package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.References;
import io.github.openstackmaven.plan.ServerAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Creates the planned servers side by side and waits until all are ACTIVE. When one does not get there, all go again. */
public final class Launch {
    private final ServerLaunch one;
    private final Executor executor;

    /**
     * A launch on a cloud.
     *
     * @param journal is written before and after each create
     * @param executor runs one wait a server
     */
    public Launch(
            Servers servers,
            Time time,
            PollSchedule schedule,
            Consumer<LaunchEvent> listener,
            Journal journal,
            Executor executor) {
        this.one = new ServerLaunch(servers, time, schedule, listener, journal);
        this.executor = executor;
    }

    /**
     * Creates the servers and returns them, in the plan's order, as they are when ACTIVE.
     *
     * @param timeout from the create of each until it is ACTIVE
     * @throws OpenStackException why the first that failed did; the others' failures are suppressed in it
     */
    public List<Server> launch(Plan plan, Marks marks, Duration timeout) {
        AtomicBoolean abandoned = new AtomicBoolean();
        Map<String, CompletableFuture<Server>> launches = new LinkedHashMap<>();
        for (PlannedServer server : plan.servers()) {
            List<CompletableFuture<Server>> before =
                    server.references().stream().map(launches::get).toList();
            launches.put(
                    server.name(),
                    CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                            .thenApplyAsync(
                                    done -> one.launch(server, marks, references(before), timeout, abandoned::get),
                                    executor)
                            .whenComplete((launched, failure) -> {
                                if (failure != null) abandoned.set(true);
                            }));
        }
        List<Server> active = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (CompletableFuture<Server> launch : launches.values()) {
            try {
                active.add(await(launch, abandoned));
            } catch (RuntimeException e) {
                if (!(e instanceof AbandonedException) && !failures.contains(e)) failures.add(e);
            }
        }
        if (failures.isEmpty() && !abandoned.get()) return List.copyOf(active);
        RuntimeException first = failures.isEmpty() ? interrupted() : failures.get(0);
        failures.stream().skip(1).forEach(first::addSuppressed);
        active.forEach(server -> one.giveBack(server.name(), server.id(), first));
        throw first;
    }

    private static References references(List<CompletableFuture<Server>> launched) {
        Map<String, String> values = new HashMap<>();
        launched.stream().map(CompletableFuture::join).forEach(server -> {
            values.put(server.name() + ".id", server.id());
            ServerAddress.best(server).ifPresent(ip -> values.put(server.name() + ".ip", ip));
        });
        return new References(values);
    }

    // An interrupt is no reason to leave servers behind: the others are told, and waited for.
    private static Server await(CompletableFuture<Server> launch, AtomicBoolean abandoned) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return launch.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    abandoned.set(true);
                } catch (ExecutionException e) {
                    Throwable cause = e.getCause() instanceof CompletionException of ? of.getCause() : e.getCause();
                    throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static OpenStackException interrupted() {
        return new OpenStackException("Interrupted while waiting for the servers", "They are deleted again.");
    }
}
