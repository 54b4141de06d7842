package io.github.openstackmaven.http;

import java.util.Comparator;

/**
 * A step in the life of a service's API: <a
 * href="https://specs.openstack.org/openstack/api-sig/guidelines/microversion_specification.html">microversions</a>.
 */
public record Microversion(int major, int minor) implements Comparable<Microversion> {
    private static final Comparator<Microversion> ORDER =
            Comparator.comparingInt(Microversion::major).thenComparingInt(Microversion::minor);

    /**
     * Reads {@code 2.52}.
     *
     * @throws NumberFormatException when it is anything else
     */
    public static Microversion parse(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length != 2) throw new NumberFormatException(text);
        return new Microversion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
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
