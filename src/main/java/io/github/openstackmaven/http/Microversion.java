package io.github.openstackmaven.http;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step in the life of a service's API: <a
 * href="https://specs.openstack.org/openstack/api-sig/guidelines/microversion_specification.html">microversions</a>.
 */
public record Microversion(int major, int minor) implements Comparable<Microversion> {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})");
    private static final Comparator<Microversion> ORDER =
            Comparator.comparingInt(Microversion::major).thenComparingInt(Microversion::minor);

    /**
     * Reads {@code 2.52}.
     *
     * @throws NumberFormatException when it is anything else
     */
    public static Microversion parse(String text) {
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
        return major + "." + minor;
    }
}
