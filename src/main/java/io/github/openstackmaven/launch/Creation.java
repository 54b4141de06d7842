package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.UnreachableException;
import io.github.openstackmaven.ledger.Kind;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The one way anything is made: marked, on record before it is asked for, and never twice. Safe for threads that make
 * things side by side.
 */
final class Creation {
    // A cloud that gave no answer may still be at it; there are so many looks, so far apart.
    private static final int LOOKS = 5;
    private static final Duration APART = Duration.ofSeconds(2);

    private final Bookkeeping bookkeeping;
    private final Instant expiresAt;
    private final Watch watch;
    private final Deque<Resource> made = new ConcurrentLinkedDeque<>();

    /**
     * The creation of what one launch makes.
     *
     * @param expiresAt until when it lives unless that is said anew
     */
    Creation(Bookkeeping bookkeeping, Instant expiresAt, Watch watch) {
        this.bookkeeping = bookkeeping;
        this.expiresAt = expiresAt;
        this.watch = watch;
    }

    /**
     * Makes one thing. What the cloud refused is struck from the record; when its answer was lost or can't be read, the
     * thing is looked for by its mark and adopted.
     *
     * @throws OpenStackException why it was not made, or not put on record; then it is among {@link #made()}
     */
    <T> T make(Order<T> order) {
        watch.demandWanted(order.server());
        Mark mark = bookkeeping.marks().next(Optional.of(expiresAt));
        order.keyFile()
                .apply(mark)
                .ifPresentOrElse(
                        file -> bookkeeping.journal().intend(order.kind(), mark.launch(), order.name(), file),
                        () -> bookkeeping.journal().intend(order.kind(), mark.launch(), order.name()));
        T thing = sent(order, mark);
        String id = order.id().apply(thing);
        made.push(new Resource(order.kind(), id, order.name(), Optional.of(mark), Optional.empty(), Optional.empty()));
        bookkeeping.journal().made(order.kind(), mark.launch(), order.name(), id);
        tell(order, id);
        return thing;
    }

    /** What was made and is not yet given back, the latest first. */
    List<Resource> made() {
        return List.copyOf(made);
    }

    /** What was made under those ids. */
    List<Resource> made(Kind kind, Collection<String> ids) {
        return made.stream()
                .filter(one -> one.kind() == kind && ids.contains(one.id()))
                .toList();
    }

    /** It is gone again. */
    void forget(Resource resource) {
        made.remove(resource);
    }

    private <T> T sent(Order<T> order, Mark mark) {
        try {
            T thing = order.post().apply(mark);
            Objects.requireNonNull(order.id().apply(thing));
            return thing;
        } catch (OpenStackException e) {
            if (!mayHaveArrived(e)) {
                struck(mark, e);
                throw e;
            }
            return order.adopted().apply(adopted(order.kind(), mark, e));
        } catch (NullPointerException e) { // JSON, and not of that API
            return order.adopted().apply(adopted(order.kind(), mark, unreadable(order, e)));
        }
    }

    // What can't be written is less than what the cloud said; an entry too many is looked up at the end.
    private void struck(Mark mark, OpenStackException refusal) {
        try {
            bookkeeping.journal().strike(mark.launch());
        } catch (OpenStackException e) {
            refusal.addSuppressed(e);
        }
    }

    private static OpenStackException unreadable(Order<?> order, NullPointerException cause) {
        return new OpenStackException(
                "The answer to the create of " + order.kind().label() + " '" + order.name() + "' can't be read",
                "Check the catalog's endpoint, and whether a proxy or a login page is in between.",
                cause);
    }

    private String adopted(Kind kind, Mark mark, OpenStackException lost) {
        try {
            for (int look = 1; look <= LOOKS; look++) {
                Optional<Resource> found = bookkeeping.resources().launched(kind, mark.launch());
                if (found.isPresent()) return found.get().id();
                if (look < LOOKS) watch.pause(APART);
            }
        } catch (OpenStackException e) {
            lost.addSuppressed(e);
        }
        throw lost;
    }

    private void tell(Order<?> order, String id) {
        watch.tell(
                order.kind() == Kind.SERVER
                        ? new LaunchEvent.Requested(order.server(), id)
                        : new LaunchEvent.Made(order.server(), order.kind(), id, watch.elapsed()));
    }

    /** Whether the cloud may have done it all the same: unless it refused, or nothing has reached it, nobody knows. */
    static boolean mayHaveArrived(OpenStackException e) {
        if (e instanceof UnreachableException unreachable) return unreachable.mayHaveArrived();
        return !(e instanceof HttpStatusException answered) || answered.status() >= 500;
    }
}
