package io.github.openstackmaven.ledger;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far the deletion of one thing has come.
 *
 * @param tried whether it was asked for before
 * @param accepted whether the cloud is at it
 * @param reason why it is still there
 */
record Attempt(Resources resources, Resource resource, boolean tried, boolean accepted, boolean gone, String reason) {
    // Of these the cloud only accepts the deletion; the others are gone with the answer.
    private static final Set<Kind> LINGERING = EnumSet.of(Kind.SERVER, Kind.VOLUME);

    Attempt(Resources resources, Resource resource) {
        this(resources, resource, false, false, false, "it was not asked for yet");
    }

    /** Looks, and asks again until the cloud is at it: a delete may fail more than once before it works. */
    Attempt next() {
        try {
            if (tried) {
                Optional<Resource> seen = resources.find(resource.kind(), resource.id());
                if (seen.isEmpty()) return done();
                if (seen.get().isBeingDeleted()) return with(true, "it is being deleted, and still there");
            }
            resources.delete(resource);
            return LINGERING.contains(resource.kind()) ? with(true, "its deletion was accepted") : done();
        } catch (RuntimeException e) {
            return with(false, String.valueOf(e.getMessage())); // whatever it is: the others are to go all the same
        }
    }

    /** Whether nothing has changed that is worth a line. */
    boolean sameAs(Attempt other) {
        return accepted ? other.accepted : reason.equals(other.reason);
    }

    Remaining remaining() {
        return new Remaining(resource, reason);
    }

    private Attempt with(boolean acceptedNow, String why) {
        return new Attempt(resources, resource, true, acceptedNow, false, why);
    }

    private Attempt done() {
        return new Attempt(resources, resource, true, true, true, "");
    }
}
