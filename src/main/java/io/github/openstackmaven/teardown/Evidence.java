package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Evidence that a resource is gone: what the cloud has said of it, and whether that proves it. What goes at once is when its
 * DELETE was accepted; a server or volume, of which the cloud only accepts the deletion, when two answers after that say
 * that there is none. What no DELETE was accepted of is gone when nothing but that is said for a while.
 *
 * @param accepted whether the cloud is at its deletion
 */
record Evidence(ResourceType kind, boolean accepted, Absence absence) {
    private static final Set<ResourceType> LINGERING = EnumSet.of(ResourceType.SERVER, ResourceType.VOLUME);

    /** Nothing was said yet. */
    static Evidence none(ResourceType kind) {
        return new Evidence(kind, false, Absence.none());
    }

    /** Its DELETE was accepted: what was said before that counts only when it was accepted then already. */
    Evidence accept() {
        return new Evidence(kind, true, accepted ? absence : Absence.none());
    }

    /** A look or a DELETE was told that there is none. */
    Evidence absent(Instant now) {
        return new Evidence(kind, accepted, absence.said(now));
    }

    /** It was seen, and goes. */
    Evidence going() {
        return new Evidence(kind, true, Absence.none());
    }

    /** It was seen, and does not go. */
    Evidence staying() {
        return none(kind);
    }

    /** Whether it is gone for certain. */
    boolean provesGone(Instant now) {
        if (!accepted) return absence.isProof(now);
        return !LINGERING.contains(kind) || absence.isConfirmed();
    }
}
