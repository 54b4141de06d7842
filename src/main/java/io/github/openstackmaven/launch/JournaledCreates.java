package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.Marking;
import io.github.openstackmaven.resource.Resource;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Creates, the one way anything is made: marked, on record before it is asked for, and never twice. Safe for threads that make
 * things side by side.
 */
final class JournaledCreates {
    private final Bookkeeping bookkeeping;
    private final Markings markings;
    private final LaunchState state;
    private final Deque<Resource> made = new ConcurrentLinkedDeque<>();

    /**
     * The creation of what one launch makes.
     *
     * @param markings what that is marked with
     */
    JournaledCreates(Bookkeeping bookkeeping, Markings markings, LaunchState state) {
        this.bookkeeping = bookkeeping;
        this.markings = markings;
        this.state = state;
    }

    /**
     * Makes one thing. What the cloud refused is struck from the record; when its answer was lost or can't be read, or says
     * that there is such a thing already, the thing is looked for by its mark and adopted.
     *
     * @throws OpenStackException why it was not made, or not put on record; then it is among {@link #made()}. A defect of
     *     ours is no answer of the cloud's and goes its way, the thing stays on record
     */
    <T> T make(PendingCreate<T> order) {
        state.demandWanted(order.server());
        Mark mark = markings.next();
        Marking marking = markings.of(mark);
        order.keyFile()
                .ifPresentOrElse(
                        file -> bookkeeping.journal().intend(order.kind(), mark.launch(), order.name(), file),
                        () -> bookkeeping.journal().intend(order.kind(), mark.launch(), order.name()));
        Made<T> one = sent(order, mark, marking);
        add(new Resource(order.kind(), one.id(), order.name(), Optional.of(mark), Optional.empty(), Optional.empty()));
        bookkeeping.journal().made(order.kind(), mark.launch(), order.name(), one.id());
        tell(order, one.id());
        return one.thing().get();
    }

    /** It was made in another way. */
    void add(Resource resource) {
        made.push(resource);
    }

    /** What was made and is not yet given back, the latest first. */
    List<Resource> made() {
        return List.copyOf(made);
    }

    /** What was made under those ids. */
    List<Resource> made(ResourceType kind, Collection<String> ids) {
        return made.stream()
                .filter(one -> one.kind() == kind && ids.contains(one.id()))
                .toList();
    }

    /** It is gone again. */
    void forget(Resource resource) {
        made.remove(resource);
    }

    private <T> Made<T> sent(PendingCreate<T> order, Mark mark, Marking marking) {
        try {
            T thing = order.post().apply(marking);
            return new Made<>(order.id().apply(thing), () -> thing);
        } catch (OpenStackException e) {
            String id = adopted(order.kind(), mark, e);
            return new Made<>(id, () -> order.adopted().apply(id));
        }
    }

    private String adopted(ResourceType kind, Mark mark, OpenStackException lost) {
        CreateOutcome fate = CreateOutcome.of(lost);
        if (fate == CreateOutcome.REFUSED) throw struck(mark, lost);
        MarkSearch.Result search =
                MarkSearch.after(Optional.of(lost), () -> launched(kind, mark), List.of(mark.launch()), state);
        search.failure().ifPresent(lost::addSuppressed);
        return search.seen().stream()
                .findFirst()
                .map(Resource::id)
                .orElseThrow(() -> fate == CreateOutcome.CONFLICTING && search.looked() ? struck(mark, lost) : lost);
    }

    private List<Resource> launched(ResourceType kind, Mark mark) {
        return bookkeeping.resources().launched(kind, mark.launch()).stream().toList();
    }

    private OpenStackException struck(Mark mark, OpenStackException refusal) {
        return struck(() -> bookkeeping.journal().refused(mark.launch()), refusal);
    }

    /** The refusal, once that is written; what can't be is less than what the cloud said, and looked up at the end. */
    static OpenStackException struck(Runnable writing, OpenStackException refusal) {
        try {
            writing.run();
        } catch (OpenStackException e) {
            refusal.addSuppressed(e);
        }
        return refusal;
    }

    private void tell(PendingCreate<?> order, String id) {
        state.tell(
                order.kind() == ResourceType.SERVER
                        ? new LaunchEvent.Requested(order.server(), id)
                        : new LaunchEvent.Made(order.server(), order.kind(), id, state.elapsed()));
    }

    /** Whether the cloud may have done it all the same: unless it refused, or nothing has reached it, nobody knows. */
    static boolean mayHaveArrived(OpenStackException e) {
        return CreateOutcome.of(e) == CreateOutcome.UNKNOWN;
    }

    private record Made<T>(String id, Supplier<T> thing) {}
}
