package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.Kind;
import io.github.openstackmaven.ledger.Remaining;
import io.github.openstackmaven.ledger.Resource;
import io.github.openstackmaven.ledger.Teardown;
import io.github.openstackmaven.ledger.TeardownEvent;
import java.time.Duration;
import java.util.List;

/** Deletes what a launch made and no longer wants, and waits until it is gone. */
final class GiveBack {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Bookkeeping bookkeeping;
    private final LaunchContext context;
    private final KeyStore keys;
    private final Creation creation;

    GiveBack(Bookkeeping bookkeeping, LaunchContext context, KeyStore keys, Creation creation) {
        this.bookkeeping = bookkeeping;
        this.context = context;
        this.keys = keys;
        this.creation = creation;
    }

    /** Deletes all of these; what can't be deleted is told, stays on record, and is returned. */
    List<Remaining> delete(List<Resource> doomed) {
        boolean interrupted = Thread.interrupted(); // an interrupted thread could not send a request
        try {
            List<Remaining> left = new Teardown(
                            bookkeeping.resources(),
                            context.time(),
                            context.schedule(),
                            context.executor(),
                            this::follow)
                    .delete(doomed, PATIENCE);
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

    private void follow(TeardownEvent event) {
        Resource resource = event.resource();
        if (event instanceof TeardownEvent.Asked) deleting(resource, Duration.ZERO);
        if (event instanceof TeardownEvent.Waiting waiting) deleting(resource, waiting.elapsed());
        if (event instanceof TeardownEvent.Gone) gone(resource);
    }

    private void deleting(Resource resource, Duration elapsed) {
        context.listener().accept(new LaunchEvent.Deleting(resource.name(), resource.kind(), resource.id(), elapsed));
    }

    private void gone(Resource resource) {
        creation.forget(resource);
        context.listener().accept(new LaunchEvent.Deleted(resource.name(), resource.kind(), resource.id()));
        try {
            if (resource.kind() == Kind.KEYPAIR) keys.delete(resource.id());
            resource.mark().ifPresent(mark -> bookkeeping.journal().strike(mark.launch()));
        } catch (OpenStackException e) {
            context.listener()
                    .accept(new LaunchEvent.Left(
                            resource.name(), resource.kind(), resource.id(), String.valueOf(e.getMessage())));
        }
    }
}
