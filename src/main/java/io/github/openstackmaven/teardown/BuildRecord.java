package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Record of what a build has on one cloud, and what becomes of it.
 *
 * @param launched whether a create, by its mark, is on record anywhere in the build
 * @param refused kinds of what the cloud said not to be made, so far
 */
record BuildRecord(
        Ledger ledger,
        LedgerEntry.Place place,
        KeepDecision decision,
        Predicate<String> launched,
        Supplier<Set<ResourceType>> refused) {

    /** Whether the entry is of this cloud, and goes with the build. */
    boolean goes(LedgerEntry entry) {
        return isHere(entry) && decision.goes(entry);
    }

    /** Whether the entry is of this cloud, and of who logs in here: another user of the build has an end of its own. */
    boolean isHere(LedgerEntry entry) {
        return entry.place().mayBe(place);
    }

    /** Whether what carries the mark is the build's, and not on record. */
    boolean isStray(Mark mark) {
        return mark.build().equals(decision.build()) && !launched.test(mark.launch());
    }
}
