package io.github.openstackmaven.launch;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What becomes of what a launch made, once the launch is over and it stays. */
record Retention(
        Bookkeeping bookkeeping,
        LaunchOptions options,
        Time time,
        Concurrent concurrent,
        JournaledCreates creates,
        VolumeWait volumes) {

    /**
     * After a success: volumes that outlive their server are the user's, and what is kept lives as long as that was asked.
     *
     * @throws OpenStackException when the cloud does not let go of a volume
     */
    void settle() {
        List<Resource> lasting = creates.made(ResourceType.VOLUME, volumes.lasting());
        if (options.keep() == Keep.ALWAYS) {
            keep(creates.made().stream().filter(one -> !lasting.contains(one)).toList());
        }
        release(lasting); // last: a launch that fails deletes them no more
    }

    /**
     * Says of all that was made how long it is kept.
     *
     * @return what could not be said; heartbeats and the end of the build try again
     */
    List<OpenStackException> keep() {
        return keep(creates.made());
    }

    private List<OpenStackException> keep(List<Resource> made) {
        bookkeeping.journal().keep(marks(made));
        Optional<Instant> expiry = options.ttl().map(time.now()::plus);
        Queue<Resource> settled = new ConcurrentLinkedQueue<>();
        List<Optional<OpenStackException>> unsaid = concurrent.all(made, one -> renew(one, expiry, settled::add));
        bookkeeping.journal().settled(marks(settled));
        return unsaid.stream().flatMap(Optional::stream).toList();
    }

    // One that takes no mark now, as a server in BUILD, must not keep the others from theirs.
    private Optional<OpenStackException> renew(
            Resource resource, Optional<Instant> expiry, Consumer<Resource> settled) {
        try {
            bookkeeping.resources().renew(resource, expiry);
            settled.accept(resource);
            return Optional.empty();
        } catch (OpenStackException e) {
            return Optional.of(new OpenStackException(
                    "Until when " + resource + " is kept could not be said yet: " + e.getMessage(),
                    "It is said again by the next heartbeat, and at the end of the build.",
                    e));
        }
    }

    private static List<String> marks(Collection<Resource> resources) {
        return resources.stream().flatMap(one -> mark(one).stream()).toList();
    }

    private static Optional<String> mark(Resource resource) {
        return resource.mark().map(Mark::launch);
    }

    /** It outlives the launch, and its marks say so already. */
    void strike(Resource resource) {
        bookkeeping.journal().strike(mark(resource).stream().toList());
        creates.forget(resource);
    }

    private void release(List<Resource> lasting) {
        List<Resource> released = new ArrayList<>();
        for (Resource volume : lasting) {
            try {
                release(volume);
            } catch (OpenStackException e) {
                throw released.isEmpty() ? e : half(released, e);
            }
            released.add(volume);
        }
    }

    private static OpenStackException half(List<Resource> released, OpenStackException e) {
        return new OpenStackException(
                "Not every volume that outlives its server could be let go of: " + e.getMessage(),
                (e.advice() + " These stay, though the launch has failed: "
                                + released.stream().map(Resource::toString).collect(Collectors.joining(", ")) + ".")
                        .strip(),
                e);
    }

    private void release(Resource volume) {
        bookkeeping.resources().release(volume);
        mark(volume).ifPresent(bookkeeping.journal()::release);
        creates.forget(volume);
    }
}
