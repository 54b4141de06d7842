package io.github.openstackmaven.teardown;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Failure;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deletes what launches have left: what is on record, and what else the cloud has with their marks. What can't be listed
 * keeps nothing that is on record, and a list that shows nothing is not believed at once.
 */
public record ProjectDeletion(DeletionCandidates candidates, Teardown teardown, Time time) {
    // A list that is not up to date has caught up by then.
    private static final Duration APART = Duration.ofSeconds(2);

    /**
     * What came of it.
     *
     * @param found whether there was anything to delete
     * @param remaining what is still there when time has run out
     * @param unlisted why nobody can tell whether there is more; empty when all could be listed
     */
    public record Result(boolean found, List<NotDeleted> remaining, Optional<OpenStackException> unlisted) {

        /**
         * Looks whether all is gone.
         *
         * @throws OpenStackException when something remains, or nobody can tell
         */
        public void demandAll() {
            if (!remaining.isEmpty()) throw left();
            unlisted.ifPresent(failure -> {
                throw failure;
            });
        }

        private OpenStackException left() {
            return new OpenStackException(
                    "Not deleted: "
                            + remaining.stream().map(NotDeleted::toString).collect(Collectors.joining("; ")),
                    "Run the goal again, or:" + System.lineSeparator()
                            + remaining.stream()
                                    .map(NotDeleted::command)
                                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    /**
     * Deletes what is meant.
     *
     * @param folder the mark {@code maven:ledger} of the folder whose record may be lost
     * @throws OpenStackException when a server is named that is not there, or not to be deleted
     */
    public Result of(DeletionScope scope, Ledger ledger, LedgerEntry.Place here, String folder, Duration patience) {
        if (scope.isNamed()) {
            List<Resource> those = candidates.named(scope.names(), scope.id());
            return new Result(true, teardown.delete(those, patience), Optional.empty());
        }
        return scope.direct()
                ? ofFolder(ledger, here, scope::isMeant, folder, patience)
                : ofRecord(ledger, here, scope::isMeant, patience);
    }

    /** Deletes what is on record, and what was made twice of it: a proxy may send a create again by itself. */
    public Result ofRecord(Ledger ledger, LedgerEntry.Place here, Predicate<LedgerEntry> wanted, Duration patience) {
        List<Candidate> recorded = candidates.of(ledger, here, wanted);
        Set<String> servers = recorded.stream()
                .flatMap(candidate -> candidate.entry().stream())
                .filter(entry -> entry.kind() == ResourceType.SERVER)
                .map(LedgerEntry::name)
                .collect(Collectors.toSet());
        Set<ResourceType> kinds = recorded.stream().map(Candidate::kind).collect(Collectors.toSet());
        Set<String> launches = recorded.stream().map(Candidate::key).collect(Collectors.toSet());
        return deleted(
                recorded,
                () -> candidates.marked(kinds, servers, mark -> launches.contains(mark.launch())),
                List.of(),
                patience);
    }

    /**
     * Deletes what is on record, and what has the marks of a folder, whose record may be lost.
     *
     * @param folder the mark {@code maven:ledger}
     */
    public Result ofFolder(
            Ledger ledger, LedgerEntry.Place here, Predicate<LedgerEntry> wanted, String folder, Duration patience) {
        Supplier<List<Resource>> marked = () -> candidates.marked(folder);
        return deleted(
                candidates.of(ledger, here, wanted), marked, listed(marked).seen(), patience);
    }

    private Result deleted(
            List<Candidate> recorded, Supplier<List<Resource>> marked, List<Resource> first, Duration patience) {
        Instant end = time.now().plus(patience);
        List<Candidate> known = with(recorded, first);
        List<NotDeleted> remaining = new ArrayList<>(teardown.delete(() -> known, patience));
        if (known.isEmpty()) time.pause(APART, "looking at the cloud");
        Listed second = listed(marked);
        List<Candidate> all = with(known, second.seen());
        List<Candidate> more = all.subList(known.size(), all.size());
        remaining.addAll(teardown.delete(() -> more, Duration.between(time.now(), end)));
        return new Result(!all.isEmpty(), List.copyOf(remaining), second.failure());
    }

    private static List<Candidate> with(List<Candidate> known, List<Resource> seen) {
        return Stream.concat(
                        known.stream(),
                        seen.stream()
                                .filter(one -> known.stream().noneMatch(other -> other.isOf(one)))
                                .map(Candidate::seen))
                .toList();
    }

    private Listed listed(Supplier<List<Resource>> list) {
        Listed first = Listed.of(list);
        if (first.failure().isEmpty()) return first;
        time.pause(APART, "looking at the cloud");
        return Listed.of(list);
    }

    private record Listed(List<Resource> seen, Optional<OpenStackException> failure) {
        static Listed of(Supplier<List<Resource>> list) {
            try {
                return new Listed(list.get(), Optional.empty());
            } catch (RuntimeException e) {
                return new Listed(List.of(), Optional.of(new Failure(e).told()));
            }
        }
    }
}
