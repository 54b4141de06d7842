package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.UnreachableException;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Creates a planned server and waits until it is ACTIVE. A server that does not get there is deleted again. */
final class ServerLaunch {
    private static final List<String> NO_HOST = List.of("No valid host", "Exhausted all hosts available");

    private final Servers servers;
    private final Time time;
    private final PollSchedule schedule;
    private final Consumer<LaunchEvent> listener;
    private final Journal journal;

    ServerLaunch(Servers servers, Time time, PollSchedule schedule, Consumer<LaunchEvent> listener, Journal journal) {
        this.journal = journal;
        this.servers = servers;
        this.time = time;
        this.schedule = schedule;
        this.listener = listener;
    }

    /**
     * Creates the server and returns it as it is when ACTIVE.
     *
     * @param marks says whose server it is
     * @param references fills in what user data says of other servers
     * @param timeout from the create until ACTIVE
     * @param abandoned whether it is no longer wanted, since another server failed
     * @throws OpenStackException when Nova refuses, the server goes to ERROR or vanishes, or time runs out
     */
    Server launch(
            PlannedServer plan,
            Marks marks,
            UnaryOperator<String> references,
            Duration timeout,
            BooleanSupplier abandoned) {
        Instant start = time.now();
        Iterator<Optional<String>> zones = plan.zones().iterator();
        while (true) {
            if (abandoned.getAsBoolean()) throw new AbandonedException(plan.name());
            Map<String, String> metadata = marks.metadata();
            ServerRequest request = plan.create(metadata, references).in(zones.next());
            String id = create(plan.name(), metadata.get(Marks.LAUNCH), request);
            listener.accept(new LaunchEvent.Requested(plan.name(), id));
            try {
                return untilActive(plan, id, start, timeout, abandoned);
            } catch (RuntimeException e) {
                giveBack(plan.name(), id, e);
                if (!(e instanceof NoValidHostException) || !zones.hasNext()) throw e;
            }
        }
    }

    // What the cloud refused was not made. After a lost answer it may have been: then it is adopted, not made twice.
    private String create(String name, String launch, ServerRequest request) {
        journal.intend(launch, name);
        String id;
        try {
            id = servers.create(request);
        } catch (UnreachableException e) {
            if (!e.mayHaveArrived()) journal.notMade(launch);
            id = adopted(launch, e);
        } catch (HttpStatusException e) {
            if (e.status() >= 500) {
                id = adopted(launch, e);
            } else {
                journal.notMade(launch);
                throw e;
            }
        }
        try {
            journal.made(launch, name, id);
        } catch (OpenStackException e) {
            giveBack(name, id, e);
            throw e;
        }
        return id;
    }

    private String adopted(String launch, OpenStackException lost) {
        try {
            return servers.all().stream()
                    .filter(server -> launch.equals(server.metadata().get(Marks.LAUNCH)))
                    .map(Server::id)
                    .findFirst()
                    .orElseThrow(() -> lost);
        } catch (OpenStackException e) {
            if (e != lost) lost.addSuppressed(e);
            throw lost;
        }
    }

    /** Asks for a server's end; what goes wrong is added to why it is not wanted. */
    void giveBack(String name, String id, RuntimeException failure) {
        boolean interrupted = Thread.interrupted(); // an interrupted thread could not send the request
        try {
            servers.delete(id);
            listener.accept(new LaunchEvent.Deleted(name, id));
        } catch (OpenStackException e) {
            failure.addSuppressed(e);
            listener.accept(new LaunchEvent.Left(name, id, e.getMessage()));
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private Server untilActive(
            PlannedServer plan, String id, Instant start, Duration timeout, BooleanSupplier abandoned) {
        String last = "";
        while (true) {
            Duration elapsed = Duration.between(start, time.now());
            Server server = servers.server(id).orElseThrow(() -> vanished(plan, id));
            if (!server.status().equals(last)) {
                last = server.status();
                listener.accept(new LaunchEvent.StatusChanged(plan.name(), id, last, elapsed));
            }
            if (last.equals("ACTIVE")) return server;
            if (last.equals("ERROR")) throw failed(plan, server);
            if (abandoned.getAsBoolean()) throw new AbandonedException(plan.name());
            if (elapsed.compareTo(timeout) >= 0) throw late(plan, server, timeout);
            pause(plan, schedule.next(elapsed));
        }
    }

    private void pause(PlannedServer plan, Duration duration) {
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OpenStackException("Interrupted while waiting for server '" + plan.name() + "'", "", e);
        }
    }

    private static OpenStackException vanished(PlannedServer plan, String id) {
        return new OpenStackException(
                "Server '" + plan.name() + "' (" + id + ") was deleted by someone else while it was built",
                "Look for a clean-up job in the project.");
    }

    // Nova checks the quota once more after it has accepted the create.
    private static OpenStackException failed(PlannedServer plan, Server server) {
        String fault =
                server.fault().map(Server.Fault::message).map(String::strip).orElse("the cloud gives no fault");
        String message = "Server '" + plan.name() + "' (" + server.id() + ") went to ERROR: " + fault;
        if (NO_HOST.stream().anyMatch(fault::contains)) return new NoValidHostException(message, plan.flavor());
        return new OpenStackException(
                message,
                fault.contains("Quota exceeded")
                        ? "Delete servers that are no longer needed, or ask the cloud's operator for quota."
                        : "Give the cloud's operator the server's id.");
    }

    private static OpenStackException late(PlannedServer plan, Server server, Duration timeout) {
        String task = server.taskState().map(state -> ", task " + state).orElse("");
        return new OpenStackException(
                "Server '" + plan.name() + "' (" + server.id() + ") is not ACTIVE after " + timeout.toSeconds()
                        + " s: last seen " + server.status() + task,
                "Raise <timeout> (-Dopenstack.timeout=20m) if the cloud is slow.");
    }
}
