package io.github.openstackmaven.init;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A change of a text at one place.
 *
 * @param from where the text is replaced
 * @param replaced what stands there
 * @param text what takes its place
 */
public record Change(int from, String replaced, String text) {
    private static final int CONTEXT = 2;

    /** The text after the change. */
    public String on(String before) {
        return before.substring(0, from) + text + before.substring(from + replaced.length());
    }

    /** The lines that change, with {@code -} before those that go and {@code +} before those that come, and some around them. */
    public List<String> excerpt(String before) {
        List<String> old = before.lines().toList();
        List<String> changed = on(before).lines().toList();
        int shorter = Math.min(old.size(), changed.size());
        int same = alike(shorter, line -> old.get(line).equals(changed.get(line)));
        int sameEnd = alike(shorter - same, line -> fromEnd(old, line).equals(fromEnd(changed, line)));
        List<String> lines = new ArrayList<>();
        old.subList(Math.max(0, same - CONTEXT), same).forEach(line -> lines.add("  " + line));
        old.subList(same, old.size() - sameEnd).forEach(line -> lines.add("- " + line));
        changed.subList(same, changed.size() - sameEnd).forEach(line -> lines.add("+ " + line));
        int after = changed.size() - sameEnd;
        changed.subList(after, Math.min(after + CONTEXT, changed.size())).forEach(line -> lines.add("  " + line));
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static int alike(int most, IntPredicate same) {
        return (int) IntStream.range(0, most).takeWhile(same).count();
    }

    private static String fromEnd(List<String> lines, int line) {
        return lines.get(lines.size() - 1 - line);
    }
}
