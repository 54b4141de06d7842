package io.github.openstackmaven.launch;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.Preparation;
import io.github.openstackmaven.plan.PrepareSpec;
import io.github.openstackmaven.plan.PreparedImage;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.NotDeleted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Creates the planned servers side by side, with all that they need, and waits until all are ready. When one does not get
 * there, all goes again.
 */
public final class Launch {
    private final LaunchOptions options;
    private final LaunchContext context;
    private final LaunchState state;
    private final JournaledCreates creates;
    private final Rollback rollback;
    private final ExistingServersStep existingServers;
    private final Fleet fleet;
    private final Retention retention;
    private final Concurrent concurrent;
    private final ImageCreates images;

    /**
     * One launch on a cloud; its time begins now.
     *
     * @param readiness what must hold of each server in the end
     */
    public Launch(
            Cloud cloud,
            Bookkeeping bookkeeping,
            LaunchOptions options,
            KeyStore keys,
            ReadyWait readiness,
            LaunchContext context) {
        this.options = options;
        this.context = context;
        this.state = new LaunchState(context, options.timeout());
        Markings markings = new Markings(bookkeeping.marks(), options, state.deadline(), cloud.projectId());
        this.creates = new JournaledCreates(bookkeeping, markings, state);
        this.rollback = new Rollback(
                deadline -> new CloudResources(
                        cloud.with(Patience.until(deadline, context.time()).once())),
                bookkeeping.journal(),
                context,
                state,
                creates);
        this.existingServers = new ExistingServersStep(bookkeeping, options, context, keys, rollback);
        Patience patience = Patience.until(state.deadline(), context.time()).whileWanted(() -> !state.abandoned());
        Cloud patient = cloud.with(patience);
        Cloud polled = cloud.with(patience.once());
        FleetStatus status = new FleetStatus(polled.compute(), context, state.deadline());
        this.concurrent = new Concurrent(context.executor(), state::abandon);
        VolumeWait volumes = new VolumeWait(polled::volume, state);
        this.retention = new Retention(
                bookkeeping, options, context.time(), new Concurrent(context.executor()), creates, volumes);
        this.images = new ImageCreates(
                polled,
                patient,
                new PreparedImages(polled, new ImageMarks(patient), state),
                creates,
                retention,
                rollback,
                state);
        this.fleet = new Fleet(
                new Prerequisites(
                        new PrerequisiteCreates(patient, creates, keys, volumes), creates, rollback, concurrent),
                new ServerLaunch(
                        patient.compute(),
                        status::server,
                        flavor -> polled.compute().extraSpecs(flavor.id()),
                        creates,
                        new ServerCreates(bookkeeping, markings, state, creates),
                        rollback,
                        state,
                        options.createAttempts()),
                new AddressWait(status::server, id -> patient.ports().byDevice(id), state),
                new FloatingAddress(patient, creates, state),
                new ReadyStep(keys, readiness, state),
                concurrent);
    }

    /**
     * Creates the servers and returns them, in the plan's order, once all are ready; an interrupt ends it with
     * nothing left, unless the end of the build has begun, which then deletes it. May be called once.
     *
     * @param existing what is there already, and what is done about it
     * @throws OpenStackException why the first that failed did; the others' failures are suppressed in it
     */
    public List<Launched> launch(Plan plan, ExistingServers existing) {
        return orRolledBack(() -> {
            List<Launched> launched = fleet.launch(plan, existingServers.of(plan, existing));
            retention.settle();
            return launched;
        });
    }

    /**
     * Has images prepared: waits for those that other builds are about to make; for each other one launches a server, has it
     * prepared and keeps it as an image. The servers are deleted again, whatever comes of it. May be called once, instead of
     * {@link #launch}.
     *
     * @param planner plans {@linkplain Preparation#onServer() the servers} that are needed
     * @return the images
     * @throws OpenStackException why the first that failed did; the others' failures are suppressed in it
     */
    public List<Image> prepare(
            List<PlannedPreparation> wanted, Function<List<ServerSpec>, Plan> planner, ServerSetup setup) {
        return orRolledBack(() -> {
            List<Optional<PreparedImage>> others = all(wanted, this::othersImage);
            List<PlannedPreparation> missing = IntStream.range(0, wanted.size())
                    .filter(index -> others.get(index).isEmpty())
                    .mapToObj(wanted::get)
                    .toList();
            List<Image> images = new ArrayList<>(others.stream()
                    .flatMap(Optional::stream)
                    .map(PreparedImage::image)
                    .toList());
            if (!missing.isEmpty()) images.addAll(made(missing, planner, setup));
            return List.copyOf(images);
        });
    }

    private Optional<PreparedImage> othersImage(PlannedPreparation wanted) {
        return wanted.isUnderWay() ? images.images().finished(wanted) : Optional.empty();
    }

    private List<Image> made(
            List<PlannedPreparation> wanted, Function<List<ServerSpec>, Plan> planner, ServerSetup setup) {
        Plan plan = planner.apply(
                wanted.stream().map(one -> one.preparation().onServer()).toList());
        Map<String, Launched> servers = fleet.launch(plan, Map.of()).stream()
                .collect(Collectors.toMap(one -> one.plan().name(), Function.identity()));
        List<Image> made = all(wanted, one -> {
            Launched server =
                    Objects.requireNonNull(servers.get(one.preparation().serverName()));
            setUp(server, one.preparation().spec(), setup);
            return images.make(one, server);
        });
        rollback.delete(creates.made());
        return made;
    }

    private void setUp(Launched server, PrepareSpec spec, ServerSetup setup) {
        String name = server.plan().name();
        String id = server.server().id();
        state.tell(new LaunchEvent.Waiting(name, id, "prepare", "", state.elapsed()));
        try {
            setup.run(server, spec, state);
        } catch (RuntimeException e) {
            state.demandWanted(name); // that it was not waited for is no failure of its own
            throw e;
        }
        state.demandWanted(name);
        state.tell(new LaunchEvent.Held(name, id, "prepare", "prepared", state.elapsed()));
    }

    private <T, R> List<R> all(List<T> some, Function<T, R> work) {
        List<CompletableFuture<R>> started = some.stream()
                .map(one -> concurrent.start(() -> work.apply(one)))
                .toList();
        concurrent.await(started, "preparing images", "What is not finished is not kept.");
        return started.stream().map(Concurrent::result).toList();
    }

    private <T> T orRolledBack(Supplier<T> launch) {
        try {
            return launch.get();
        } catch (RuntimeException e) {
            state.abandon(e);
            RuntimeException first = state.failures().stream().findFirst().orElse(e);
            state.failures().stream().filter(other -> other != first).forEach(first::addSuppressed);
            try {
                end(first);
            } catch (RuntimeException inTheEnd) {
                first.addSuppressed(inTheEnd);
            }
            throw first;
        }
    }

    private void end(RuntimeException failure) {
        boolean kept =
                options.keep() == Keep.ON_FAILURE && !Thread.currentThread().isInterrupted();
        if (kept) {
            keep(failure);
        } else if (!isLeftToEndOfBuild()) {
            rollback.rollBack(creates.made()).forEach(left -> failure.addSuppressed(left(left)));
        }
    }

    // One of the two deletes, not both; with keep=onFailure that end would delete nothing.
    private boolean isLeftToEndOfBuild() {
        return options.lifetime().keep() == Keep.NEVER && context.buildEnds().getAsBoolean();
    }

    private void keep(RuntimeException failure) {
        creates.made().forEach(this::tellKept);
        try {
            retention.keep().forEach(failure::addSuppressed);
        } catch (OpenStackException e) {
            failure.addSuppressed(e);
        }
    }

    private void tellKept(Resource resource) {
        state.tell(new LaunchEvent.Kept(resource.name(), resource.kind(), resource.id()));
    }

    private static OpenStackException left(NotDeleted remaining) {
        return new OpenStackException("Not deleted: " + remaining, remaining.command());
    }
}
