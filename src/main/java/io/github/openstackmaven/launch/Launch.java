package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
     * @param executor runs one wait a server
     */
    public Launch(
            Servers servers, Time time, PollSchedule schedule, Consumer<LaunchEvent> listener, Executor executor) {
        this.one = new ServerLaunch(servers, time, schedule, listener);
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
        List<CompletableFuture<Server>> launches = plan.servers().stream()
                .map(server -> CompletableFuture.supplyAsync(
                                () -> one.launch(server, marks, timeout, abandoned::get), executor)
                        .whenComplete((launched, failure) -> {
                            if (failure != null) abandoned.set(true);
                        }))
                .toList();
        List<Server> active = new ArrayList<>();
        List<OpenStackException> failures = new ArrayList<>();
        for (CompletableFuture<Server> launch : launches) {
            try {
                active.add(launch.join());
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof OpenStackException failure)) throw e;
                if (!(failure instanceof AbandonedException)) failures.add(failure);
            }
        }
        if (failures.isEmpty()) return List.copyOf(active);
        OpenStackException first = failures.get(0);
        failures.stream().skip(1).forEach(first::addSuppressed);
        active.forEach(server -> one.giveBack(server.name(), server.id(), first));
        throw first;
    }
}
