package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: {@code 90} and {@code 90s}, {@code 10m}, {@code 2h}, {@code 7d}, or ISO-8601 ({@code PT1M30S}). */
public final class DurationText {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([smhd]?)");

    private DurationText() {}

    /**
     * The duration that the text of an element says.
     *
     * @param element the POM element, for the message
     * @throws OpenStackException when the text is no positive duration
     */
    public static Duration parse(String element, String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        Duration duration = Duration.ZERO;
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            duration = switch (matcher.group(2)) {
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                case "d" -> Duration.ofDays(number);
                default -> Duration.ofSeconds(number);
            };
        } else {
            try {
                duration = Duration.parse(text.strip().toUpperCase(Locale.ROOT));
            } catch (DateTimeParseException e) {
                // the message below names what is wrong
            }
        }
        if (duration.isZero() || duration.isNegative()) {
            throw new OpenStackException(
                    "Malformed <" + element + ">: '" + text + "' is no duration",
                    "Write 90, 90s, 10m, 2h, 7d or ISO-8601 (PT1M30S).");
        }
        return duration;
    }
}
