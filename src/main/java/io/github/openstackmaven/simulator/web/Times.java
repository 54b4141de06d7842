package io.github.openstackmaven.simulator.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times the ways OpenStack writes them. */
public final class Times {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private Times() {}

    /** {@code 2026-11-24T23:05:33Z}. */
    public static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
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
