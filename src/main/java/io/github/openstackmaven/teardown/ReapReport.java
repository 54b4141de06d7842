package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Table;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Report of what a reaper found and what became of it.
 *
 * @param unreadable types that could not be listed, and why
 */
public record ReapReport(List<Row> rows, List<String> unreadable) {
    private static final List<String> HEADER =
            List.of("KIND", "NAME", "ID", "PROJECT", "AGE", "EXPIRED SINCE", "OUTCOME");

    /** What became of an expired thing. */
    public enum Outcome {
        /** It is gone. */
        DELETED("deleted"),
        /** Without a dry run it would be deleted. */
        DUE("would be deleted"),
        /** When it was looked at once more, it had been renewed, or something of its build had. */
        ALIVE("stays: renewed meanwhile"),
        /** A server uses it that has not expired. */
        IN_USE("stays: in use"),
        /** Somebody else has deleted it meanwhile. */
        GONE("gone meanwhile"),
        /** It is one too many for this run. */
        LEFT("left for the next run"),
        /** It is still there. */
        REMAINING("NOT deleted");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    /**
     * One expired thing.
     *
     * @param age empty where the cloud does not tell
     * @param expiredSince how long ago it expired
     * @param reason why it is still there; else empty text
     */
    public record Row(
            Resource resource, Optional<Duration> age, Duration expiredSince, Outcome outcome, String reason) {

        private List<String> cells() {
            return List.of(
                    resource.kind().label(),
                    resource.name(),
                    resource.id(),
                    resource.mark().map(Mark::project).orElse(""),
                    age.map(ReapReport::text).orElse("-"),
                    text(expiredSince),
                    outcome.words + (reason.isEmpty() ? "" : ": " + reason));
        }
    }

    /** What could not be deleted. */
    public List<NotDeleted> remaining() {
        return rows.stream()
                .filter(row -> row.outcome() == Outcome.REMAINING)
                .map(row -> new NotDeleted(row.resource(), row.reason()))
                .toList();
    }

    /** A table, a line a thing; nothing where there is none. */
    public List<String> lines() {
        if (rows.isEmpty()) return List.of();
        return new Table(HEADER, rows.stream().map(Row::cells).toList()).lines();
    }

    private static String text(Duration duration) {
        if (duration.toDays() > 0) return duration.toDays() + "d " + duration.toHoursPart() + "h";
        if (duration.toHours() > 0) return duration.toHours() + "h " + duration.toMinutesPart() + "m";
        return duration.toMinutes() > 0
                ? duration.toMinutes() + "m " + duration.toSecondsPart() + "s"
                : duration.toSeconds() + "s";
    }
}
