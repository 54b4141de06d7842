package io.github.openstackmaven.ending;

import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.LedgerEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of a ledger go with a build.
 *
 * @param since when the launch began that the end of the build has cut short
 */
record KeepDecision(String build, boolean succeeded, Optional<Instant> since) {

    boolean goes(LedgerEntry entry) {
        return entry.build().equals(build)
                && switch (entry.keep()) {
                    case NEVER -> true;
                    case ON_FAILURE -> succeeded;
                    case ALWAYS ->
                        since.filter(begin -> !entry.at().isBefore(begin)).isPresent();
                };
    }

    /** Whether it stays for a look at it, since the build failed. */
    boolean isKept(LedgerEntry entry) {
        return entry.build().equals(build) && entry.keep() == Keep.ON_FAILURE && !succeeded;
    }
}
