package io.github.openstackmaven.launch;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.image.ImageUsers;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerAddress;
import io.github.openstackmaven.ready.Instance;
import io.github.openstackmaven.ready.Probes;
import io.github.openstackmaven.ready.Readiness;
import io.github.openstackmaven.ready.Ready;
import io.github.openstackmaven.ready.ReadyEvent;
import io.github.openstackmaven.ready.WaitAbandonedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Waits for all that {@code <waitFor>} says, told as steps of the launch. */
public final class WaitForReady implements ReadyWait {
    private final UnaryOperator<String> console;
    private final Time time;
    private final Consumer<LaunchEvent> listener;
    private final Readiness readiness;
    private final Queue<String> knownHosts = new ConcurrentLinkedQueue<>();

    /**
     * The ladder of a launch.
     *
     * @param console from a server's id to the end of its console log
     */
    public WaitForReady(UnaryOperator<String> console, Probes probes, LaunchContext context) {
        this.console = console;
        this.time = context.time();
        this.listener = context.listener();
        this.readiness = new Readiness(probes, context.time(), context.schedule(), event -> {});
    }

    @Override
    public Optional<String> await(Launched server, LaunchTime launch, BooleanSupplier abandoned) {
        try {
            Ready ready = readiness
                    .telling(event -> listener.accept(told(event, launch.began())))
                    .await(instance(server), server.plan().spec().waitFor(), launch.deadline(), abandoned);
            ready.knownHosts().ifPresent(knownHosts::add);
            return ready.user();
        } catch (WaitAbandonedException e) {
            throw new AbandonedException(server.plan().name());
        }
    }

    /** The lines for {@code known_hosts} of the servers that were logged in to. */
    public List<String> knownHosts() {
        return List.copyOf(knownHosts);
    }

    private Instance instance(Launched launched) {
        String id = launched.server().id();
        boolean floating = ServerAddress.of(launched.server()).stream()
                .anyMatch(one -> one.type().equals("floating")
                        && launched.ip().filter(one.address()::equals).isPresent());
        return new Instance(
                launched.plan().name(),
                id,
                launched.ip(),
                floating,
                users(launched.plan()),
                launched.keyFile(),
                () -> console.apply(id));
    }

    private static ImageUsers users(PlannedServer plan) {
        return plan.boot().image().map(ImageUsers::of).orElseGet(ImageUsers::unknown);
    }

    private LaunchEvent told(ReadyEvent event, Instant began) {
        Duration elapsed = Duration.between(began, time.now());
        return switch (event.phase()) {
            case BEGIN -> new LaunchEvent.Waiting(event.server(), event.id(), event.check(), "", elapsed);
            case CHANGE, STILL ->
                new LaunchEvent.Waiting(event.server(), event.id(), event.check(), event.seen(), elapsed);
            case END -> new LaunchEvent.Held(event.server(), event.id(), event.check(), event.seen(), elapsed);
        };
    }
}
