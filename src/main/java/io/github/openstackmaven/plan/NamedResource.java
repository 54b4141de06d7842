package io.github.openstackmaven.plan;

import io.github.openstackmaven.NearestNames;
import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Resource that a user named, by name or id; finds the one that is meant.
 *
 * @param kind what is chosen, in the POM's word: {@code image}
 * @param wanted the name or id as written
 */
record NamedResource(String kind, String wanted) {
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-?\\p{XDigit}{4}){3}-?\\p{XDigit}{12}");

    /** Whether the text may be an id: a UUID, with dashes or without. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * The one that was found.
     *
     * @param line how one candidate reads in a message
     * @throws OpenStackException when there are several; lists them
     */
    <T> T only(List<T> found, Function<T, String> line) {
        if (found.size() == 1) return found.get(0);
        throw new OpenStackException(
                "Ambiguous " + kind + " '" + wanted + "': " + found.size() + " have that name",
                (kind.equals("image") ? "Use an id, or <mostRecent> in a block:\n" : "Use an id instead of the name:\n")
                        + found.stream().map(one -> "  " + line.apply(one)).collect(Collectors.joining("\n")));
    }

    /**
     * The one thing of that id, else of that name.
     *
     * @param names of all there are, for the error
     * @param line how one candidate reads in a message
     * @throws OpenStackException when there is none, or several
     */
    <T> T find(
            Function<String, List<T>> byId,
            Function<String, List<T>> byName,
            Supplier<List<String>> names,
            Function<T, String> line) {
        List<T> found = isId(wanted) ? byId.apply(wanted) : List.of();
        if (found.isEmpty()) found = byName.apply(wanted);
        if (found.isEmpty()) throw unknown(names);
        return only(found, line);
    }

    /** The error that nothing has that name, with the nearest names there are, where the cloud lists them. */
    OpenStackException unknown(Supplier<List<String>> names) {
        try {
            return unknown(names.get());
        } catch (OpenStackException e) {
            return new OpenStackException(
                    "Unknown " + kind + " '" + wanted + "'", "Check its spelling, and the project.");
        }
    }

    /** The error that nothing has that name, with the nearest of these. */
    OpenStackException unknown(List<String> there) {
        return new NearestNames(there).unknown(kind, wanted);
    }
}
