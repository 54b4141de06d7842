package io.github.openstackmaven.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TCP or UDP ports from first to last: {@code 22}, {@code 8000-8100}. */
public record PortRange(int first, int last) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final int HIGHEST = 65535;

    /**
     * Reads a port or a range.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static PortRange parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) throw new IllegalArgumentException("'" + text + "' is neither a port nor a range");
        int first = port(written.group(1));
        int last = written.group(2) == null ? first : port(written.group(2));
        if (first > last) throw new IllegalArgumentException("the range " + text + " is upside down");
        return new PortRange(first, last);
    }

    private static int port(String digits) {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException("ports are 1 to " + HIGHEST + ", not " + digits);
        }
        return port;
    }
}
