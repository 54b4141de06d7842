package io.github.openstackmaven.launch;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.NotDeleted;
import java.util.List;

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
        Concurrent concurrent = new Concurrent(context.executor(), state::abandon);
        VolumeWait volumes = new VolumeWait(polled::volume, state);
        this.retention = new Retention(
                bookkeeping, options, context.time(), new Concurrent(context.executor()), creates, volumes);
        this.fleet = new Fleet(
                new Prerequisites(
                        new PrerequisiteCreates(patient, creates, keys, volumes), creates, rollback, concurrent),
                new ServerLaunch(
                        patient.compute(),
                        status::server,
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
        try {
            List<Launched> launched = fleet.launch(plan, existingServers.of(plan, existing));
            retention.settle();
            return launched;
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
