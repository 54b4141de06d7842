package io.github.openstackmaven.launch;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.teardown.LastLook;
import io.github.openstackmaven.teardown.NotDeleted;
import io.github.openstackmaven.teardown.Teardown;
import io.github.openstackmaven.teardown.TeardownEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Rolls back what a launch made and no longer wants: deletes it and waits until it is gone. */
final class Rollback {
    private static final Duration ROLL_BACK = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Function<Instant, Resources> cloud;
    private final Journal journal;
    private final LaunchContext context;
    private final LaunchState state;
    private final JournaledCreates creates;

    /**
     * The deletion for one launch.
     *
     * @param cloud what there is, for who waits no longer than till then
     */
    Rollback(
            Function<Instant, Resources> cloud,
            Journal journal,
            LaunchContext context,
            LaunchState state,
            JournaledCreates creates) {
        this.cloud = cloud;
        this.journal = journal;
        this.context = context;
        this.state = state;
        this.creates = creates;
    }

    /**
     * Deletes all of these within the launch's time; what can't be deleted is told, stays on record, and is returned.
     */
    List<NotDeleted> delete(List<Resource> resources) {
        return delete(resources, Durations.shorter(state.left(), LONGEST));
    }

    /** The same for a launch that is over, in a minute of its own. */
    List<NotDeleted> rollBack(List<Resource> resources) {
        boolean interrupted = Thread.interrupted(); // an interrupted thread could not send a request
        try {
            look(resources);
            return delete(resources, ROLL_BACK);
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    // Whatever becomes of it, the deletion goes on.
    private void look(List<Resource> resources) {
        List<Resource> servers = resources.stream()
                .filter(one -> one.kind() == ResourceType.SERVER)
                .toList();
        if (servers.isEmpty()) return;
        try {
            Resources answering = cloud.apply(context.time().now().plus(LastLook.ANSWERS));
            context.lastLook().at(servers, answering, context.executor(), LastLook.partOf(ROLL_BACK));
        } catch (RuntimeException e) {
            return; // what could not be seen is none of the launch's failure
        }
    }

    private List<NotDeleted> delete(List<Resource> resources, Duration patience) {
        boolean interrupted = Thread.interrupted(); // an interrupted thread could not send a request
        try {
            List<NotDeleted> left = new Teardown(
                            cloud.apply(context.time().now().plus(patience)),
                            context.time(),
                            context.schedule(),
                            context.executor(),
                            this::follow)
                    .delete(resources, patience);
            left.forEach(one -> context.listener()
                    .accept(new LaunchEvent.Left(
                            one.resource().name(),
                            one.resource().kind(),
                            one.resource().id(),
                            one.reason())));
            return left;
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private void follow(List<TeardownEvent> round) {
        round.forEach(event -> event.match(new Followed()));
        strike(round.stream().flatMap(event -> event.gone().stream()).toList());
    }

    // What can't be deleted is told in the end.
    private final class Followed implements TeardownEvent.Cases {
        @Override
        public void accepted(TeardownEvent.Accepted event) {
            deleting(event.resource(), Duration.ZERO);
        }

        @Override
        public void waiting(TeardownEvent.Waiting event) {
            deleting(event.resource(), event.elapsed());
        }

        @Override
        public void deleted(TeardownEvent.Deleted event) {
            gone(event.resource());
        }

        @Override
        public void refused(TeardownEvent.Refused event) {}

        @Override
        public void unmarked(TeardownEvent.Unmarked event) {}

        @Override
        public void lookUpFailed(TeardownEvent.LookUpFailed event) {}

        @Override
        public void neverCreated(TeardownEvent.NeverCreated event) {}
    }

    private void deleting(Resource resource, Duration elapsed) {
        context.listener().accept(new LaunchEvent.Deleting(resource.name(), resource.kind(), resource.id(), elapsed));
    }

    private void gone(Resource resource) {
        creates.forget(resource);
        context.listener().accept(new LaunchEvent.Deleted(resource.name(), resource.kind(), resource.id()));
    }

    private void strike(List<Resource> gone) {
        if (gone.isEmpty()) return;
        try {
            journal.strike(gone.stream()
                    .flatMap(one -> one.mark().stream())
                    .map(Mark::launch)
                    .toList());
        } catch (OpenStackException e) {
            Resource first = gone.get(0);
            context.listener()
                    .accept(new LaunchEvent.Left(
                            first.name(), first.kind(), first.id(), String.valueOf(e.getMessage())));
        }
    }
}
