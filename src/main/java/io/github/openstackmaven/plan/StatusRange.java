package io.github.openstackmaven.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP statuses from first to last: {@code 200}, {@code 200-299}. */
public record StatusRange(int first, int last) {
    private static final Pattern WRITTEN = Pattern.compile("([1-5]\\d\\d)(?:\\s*-\\s*([1-5]\\d\\d))?");

    /** Any that means success. */
    public static StatusRange success() {
        return new StatusRange(200, 299);
    }

    /**
     * Reads a status or a range.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static StatusRange parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) throw new IllegalArgumentException("'" + text + "' is neither a status nor a range");
        int first = Integer.parseInt(written.group(1));
        int last = written.group(2) == null ? first : Integer.parseInt(written.group(2));
        if (first > last) throw new IllegalArgumentException("the range " + text + " is upside down");
        return new StatusRange(first, last);
    }

    /** Whether a status is one of them. */
    public boolean contains(int status) {
        return first <= status && status <= last;
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
