package io.github.openstackmaven;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Servers as a user names them: one by its own name, or the servers of a {@code <count>} by the name they have in common,
 * {@code web} for {@code web-1}, {@code web-2} and so on. A server's own name comes first.
 *
 * @param name what each is called
 */
public record NamedServers<S>(List<S> all, Function<S, String> name) {
    private static final Pattern NUMBERED = Pattern.compile("(?s)(?<common>.+)-[1-9]\\d*");

    public NamedServers {
        all = List.copyOf(all);
    }

    /** Those that a word means; none where it means nothing. */
    public List<S> named(String word) {
        return Stream.<Predicate<S>>of(
                        server -> name.apply(server).equals(word),
                        server -> common(name.apply(server)).anyMatch(word::equals))
                .map(meant -> all.stream().filter(meant).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Those that any of the words means, each once, in the words' order.
     *
     * @param unknown the error that a word means nothing
     */
    public List<S> named(List<String> words, Function<String, OpenStackException> unknown) {
        return words.stream()
                .flatMap(word -> {
                    List<S> found = named(word);
                    if (found.isEmpty()) throw unknown.apply(word);
                    return found.stream();
                })
                .distinct()
                .toList();
    }

    /** All words that mean something, the nearest first, for the advice in an error. */
    public Stream<String> nearest(String word) {
        return new NearestNames(all.stream()
                        .map(name)
                        .flatMap(one -> Stream.concat(Stream.of(one), common(one)))
                        .toList())
                .to(word);
    }

    private static Stream<String> common(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? Stream.of(numbered.group("common")) : Stream.of();
    }
}
