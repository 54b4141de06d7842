package io.github.openstackmaven.output;

import java.util.List;

/** A console log that grows while it is read; the cloud keeps only its end. */
public record ConsoleTail(String seen) {

    /** What is new in it, from the first character that was not seen before. */
    public String news(String now) {
        if (now.startsWith(seen)) return now.substring(seen.length());
        for (int start = 1; start < seen.length(); start++) {
            if (now.regionMatches(0, seen, start, seen.length() - start)) return now.substring(seen.length() - start);
        }
        return now;
    }

    /** The last lines of a console log. */
    public static List<String> last(String console, int count) {
        List<String> lines = console.lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}
