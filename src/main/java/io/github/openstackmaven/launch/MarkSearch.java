package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Poll;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Search, by their marks, for things of which nobody knows whether they were made.
 *
 * @param looks after how many that saw none it is given up; one that failed has seen nothing
 * @param apart the time between two
 * @param patience after how long it is given up anyway
 */
record MarkSearch(int looks, Duration apart, Duration patience) {

    // Nova has them before it answers; another of its databases may show them a little later.
    private static final MarkSearch ACCEPTED = new MarkSearch(20, Duration.ofMillis(500), Duration.ofMinutes(1));
    // A cloud that gave no answer may still be at it; who answers that there is such a thing has it, if it is the one.
    private static final MarkSearch LOST = new MarkSearch(5, Duration.ofSeconds(2), Duration.ofMinutes(1));
    private static final MarkSearch CONFLICTING = new MarkSearch(3, Duration.ofMillis(500), Duration.ofSeconds(10));

    /** The one that is due after a create. */
    private static MarkSearch due(CreateOutcome outcome) {
        return outcome == CreateOutcome.CONFLICTING ? CONFLICTING : LOST;
    }

    /**
     * Looks for what a create has made.
     *
     * @param failure of the create, which was no refusal; empty when the cloud has accepted it
     * @throws OpenStackException when it is interrupted: the failure, should there be one
     */
    static Result after(
            Optional<OpenStackException> failure,
            Supplier<List<Resource>> there,
            Collection<String> launches,
            LaunchState state) {
        try {
            return failure.map(CreateOutcome::of)
                    .map(MarkSearch::due)
                    .orElse(ACCEPTED)
                    .of(there, launches, state)
                    .beside(failure);
        } catch (OpenStackException interrupted) {
            failure.filter(lost -> lost != interrupted).ifPresent(lost -> lost.addSuppressed(interrupted));
            throw failure.orElse(interrupted);
        }
    }

    /**
     * What came of it.
     *
     * @param seen what the last look that was answered has seen of them
     * @param looked whether all looks were answered, and not only the time was up
     */
    record Result(List<Resource> seen, boolean looked, Optional<RuntimeException> failure) {
        // A session that is over tells every look the same as the create.
        private Result beside(Optional<OpenStackException> create) {
            return new Result(seen, looked, failure.filter(one -> !create.equals(Optional.of(one))));
        }
    }

    /** Looks for those with these marks until all are seen; the launch's deadline ends it, or an interrupt. */
    Result of(Supplier<List<Resource>> there, Collection<String> launches, LaunchState state) {
        Looks seen = new Looks(looks);
        return state.poll(apart, patience)
                .until(left -> seen.look(there, launches))
                .orElseGet(seen::unfinished);
    }

    private static final class Looks {
        private int left;
        private List<Resource> seen = List.of();
        private Optional<RuntimeException> failure = Optional.empty();

        Looks(int looks) {
            this.left = looks;
        }

        Poll.Look<Result> look(Supplier<List<Resource>> there, Collection<String> launches) {
            try {
                seen = there.get().stream().filter(one -> one.isOf(launches)).toList();
                if (seen.size() >= launches.size() || --left <= 0) {
                    return Poll.Look.done(new Result(seen, true, failure));
                }
            } catch (RuntimeException e) {
                failure = Optional.of(e);
            }
            return Poll.Look.notYet("not seen");
        }

        Result unfinished() {
            return new Result(seen, false, failure);
        }
    }
}
