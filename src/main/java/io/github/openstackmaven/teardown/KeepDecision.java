package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.LedgerEntry;

/** Decides which entries of a ledger go with a build; those of a launch that was to be kept always do until it is over. */
record KeepDecision(String build, boolean succeeded) {

    boolean goes(LedgerEntry entry) {
        return entry.build().equals(build)
                && switch (entry.keep()) {
                    case NEVER -> true;
                    case ON_FAILURE -> succeeded;
                    case ALWAYS -> false;
                };
    }

    /** Whether it stays, and the cloud is not yet told until when. */
    boolean isToRenew(LedgerEntry entry) {
        return entry.build().equals(build) && !goes(entry) && entry.lease().isPresent();
    }

    /** Whether it stays for a look at it, since the build failed. */
    boolean isKept(LedgerEntry entry) {
        return entry.build().equals(build) && entry.keep() == Keep.ON_FAILURE && !succeeded;
    }
}
