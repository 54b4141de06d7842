package io.github.openstackmaven.http;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step in the life of a service's API: <a
 * href="https://specs.openstack.org/openstack/api-sig/guidelines/microversion_specification.html">microversions</a>.
 */
public record Microversion(int major, int minor) implements Comparable<Microversion> {
    /** The newest that the service has, whichever that is. */
    public static final Microversion LATEST = new Microversion(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final String NEWEST = "latest";
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})");
    private static final Comparator<Microversion> ORDER =
            Comparator.comparingInt(Microversion::major).thenComparingInt(Microversion::minor);

    /**
     * Reads {@code 2.52}, or {@code latest}.
     *
     * @throws NumberFormatException when it is anything else
     */
    public static Microversion parse(String text) {
        if (text.strip().equals(NEWEST)) return LATEST;
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) throw new NumberFormatException(text);
        return new Microversion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public int compareTo(Microversion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major == LATEST.major ? NEWEST : major + "." + minor;
    }
}
