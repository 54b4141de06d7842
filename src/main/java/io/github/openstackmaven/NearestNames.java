package io.github.openstackmaven;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that look most like one that there is not, for the advice in an error. */
public record NearestNames(Collection<String> names) {
    private static final int NAMED = 5;

    /**
     * The error that a project has none of that name, with the nearest that it has.
     *
     * @param kind in the POM's word: {@code image}
     */
    public OpenStackException unknown(String kind, String wanted) {
        String nearest = to(wanted).limit(NAMED).collect(Collectors.joining(", "));
        return new OpenStackException(
                "Unknown " + kind + " '" + wanted + "'",
                nearest.isEmpty()
                        ? "The project sees no " + kind + " at all."
                        : "The nearest of the project's " + kind + "s: " + nearest + ".");
    }

    /** The same, the nearest first, whatever the case of their letters: those that it is a part of, then those it looks like. */
    public Stream<String> to(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .sorted(Comparator.<String, Boolean>comparing(
                                name -> !name.toLowerCase(Locale.ROOT).contains(lower))
                        .thenComparing(name -> distance(name.toLowerCase(Locale.ROOT), lower))
                        .thenComparing(Comparator.naturalOrder()));
    }

    // How many letters are to be put in, left out or changed: Levenshtein's distance, a row of its table at a time.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) row[column] = column;
        for (int letter = 1; letter <= from.length(); letter++) {
            int diagonal = row[0];
            row[0] = letter;
            for (int column = 1; column <= to.length(); column++) {
                int changed = diagonal + (from.charAt(letter - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(diagonal, row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
