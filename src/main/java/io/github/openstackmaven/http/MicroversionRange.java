package io.github.openstackmaven.http;

/** The microversions that a service speaks, both ends among them. */
public record MicroversionRange(Microversion oldest, Microversion newest) {

    /** Whether a version is one of them. */
    public boolean contains(Microversion version) {
        return oldest.compareTo(version) <= 0 && version.compareTo(newest) <= 0;
    }

    /** {@code 2.1 to 2.79}. */
    @Override
    public String toString() {
        return oldest.equals(newest) ? oldest + " alone" : oldest + " to " + newest;
    }
}
