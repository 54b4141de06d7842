package io.github.openstackmaven.simulator.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times the ways OpenStack writes them. */
public final class Times {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter STORED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    // ISO 8601 as OpenStack reads it: the time may be missing, and so may the zone.
    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)"
            + "(?:[T ](\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d+)?)?)?(Z|[+-]\\d\\d(?::?\\d\\d)?)?");

    private Times() {}

    /** The second that a text in ISO 8601 says, in UTC where it says nothing else. */
    public static Optional<Instant> parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) return Optional.empty();
        try {
            ZoneOffset zone = iso.group(7) == null ? ZoneOffset.UTC : ZoneOffset.of(iso.group(7));
            return Optional.of(LocalDateTime.of(
                            number(iso, 1),
                            number(iso, 2),
                            number(iso, 3),
                            number(iso, 4),
                            number(iso, 5),
                            number(iso, 6))
                    .toInstant(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher iso, int group) {
        return iso.group(group) == null ? 0 : Integer.parseInt(iso.group(group));
    }

    /** {@code 2026-11-24T23:05:33Z}. */
    public static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 2026-11-24 23:05:33}, as a database prints it. */
    public static String stored(Instant time) {
        return STORED.format(time);
    }

    /** {@code 2026-11-24T23:05:33.000000Z}, Keystone's. */
    public static String micros(Instant time) {
        return naive(time) + "Z";
    }

    /** {@code 2026-11-24T23:05:33.000000}, without a zone, as Nova's extensions have it. */
    public static String naive(Instant time) {
        return MICROS.format(time);
    }
}
