package io.github.openstackmaven.launch;

import io.github.openstackmaven.Poll;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.util.Optional;

/**
 * Search, by its mark, for a thing of which nobody knows whether it was made.
 *
 * @param looks after how many that saw none it is given up; one that failed has seen nothing
 * @param apart the time between two
 * @param patience after how long it is given up anyway
 */
record MarkSearch(int looks, Duration apart, Duration patience) {

    /**
     * What came of it.
     *
     * @param id empty where it was not seen
     * @param looked whether all looks were answered, and not only the time was up
     */
    record Result(Optional<String> id, boolean looked, Optional<RuntimeException> failure) {}

    /** Looks for the one with that mark; the launch's deadline ends it, or an interrupt. */
    Result of(Resources resources, ResourceType kind, String launch, LaunchState state) {
        Looks seen = new Looks(looks);
        return state.poll(apart, patience)
                .until(left -> seen.look(resources, kind, launch))
                .orElseGet(seen::unfinished);
    }

    private static final class Looks {
        private int left;
        private Optional<RuntimeException> failure = Optional.empty();

        Looks(int looks) {
            this.left = looks;
        }

        Poll.Look<Result> look(Resources resources, ResourceType kind, String launch) {
            try {
                Optional<Resource> found = resources.launched(kind, launch);
                if (found.isPresent() || --left <= 0) {
                    return Poll.Look.done(new Result(found.map(Resource::id), true, failure));
                }
            } catch (RuntimeException e) {
                failure = Optional.of(e);
            }
            return Poll.Look.notYet("not seen");
        }

        Result unfinished() {
            return new Result(Optional.empty(), false, failure);
        }
    }
}
