package io.github.openstackmaven.output;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Where on a page a moment is, from its left edge to the right one. */
record TimeScale(Instant start, Duration length) {
    private static final int MOST_TICKS = 5; // as many as have room on a phone
    private static final List<Long> STEPS = Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
            .map(seconds -> seconds * 1000L)
            .toList();

    static TimeScale of(Timeline timeline) {
        Duration length = Duration.between(timeline.start(), timeline.end());
        return new TimeScale(timeline.start(), length.toMillis() < 1000 ? Duration.ofSeconds(1) : length);
    }

    /** The place of a moment, in percent; what is outside is at the edge. */
    double percent(Instant moment) {
        double part = (double) Duration.between(start, moment).toMillis() / length.toMillis();
        return 100 * Math.min(1, Math.max(0, part));
    }

    /** {@code left:10.00%;width:5.00%}. */
    String style(Instant from, Instant to) {
        return String.format(Locale.ROOT, "left:%.2f%%;width:%.2f%%", percent(from), percent(to) - percent(from));
    }

    /** Since the start: {@code +12.3 s}. */
    String since(Instant moment) {
        return "+" + LaunchMessages.seconds(Duration.between(start, moment));
    }

    /** Lines through a lane, at the axis' numbers. */
    String lines() {
        return ticks().mapToObj(tick -> "<i class=\"tick\" style=\"" + left(tick) + "\"></i>")
                .collect(Collectors.joining());
    }

    /** The numbers. */
    String axis() {
        return ticks().mapToObj(tick -> "<span style=\"" + left(tick) + "\">" + label(tick) + "</span>")
                .collect(Collectors.joining("", "<div class=\"axis\" aria-hidden=\"true\">", "</div>"));
    }

    private LongStream ticks() {
        long step = STEPS.stream()
                .filter(one -> length.toMillis() / one < MOST_TICKS)
                .findFirst()
                .orElseGet(() -> (length.toHours() / MOST_TICKS + 1) * 3_600_000);
        return LongStream.rangeClosed(0, length.toMillis() / step).map(index -> index * step);
    }

    private String left(long millis) {
        return String.format(Locale.ROOT, "left:%.2f%%", 100.0 * millis / length.toMillis());
    }

    private static String label(long millis) {
        Duration at = Duration.ofMillis(millis);
        if (at.toSeconds() < 60) return at.toSeconds() + " s";
        if (at.toMinutes() < 60)
            return at.toMinutes() + (at.toSecondsPart() == 0 ? "" : ":" + at.toSecondsPart()) + " min";
        return at.toHours() + " h" + (at.toMinutesPart() == 0 ? "" : " " + at.toMinutesPart());
    }
}
