package io.github.openstackmaven;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Servers as a user names them: one by its own name, those of a group by its name, or the servers of a {@code <count>} by the
 * name they have in common, {@code web} for {@code web-1}, {@code web-2} and so on. What comes first here counts.
 *
 * @param name what each is called
 * @param groups that each is in
 */
public record NamedServers<S>(List<S> all, Function<S, String> name, Function<S, List<String>> groups) {
    private static final Pattern NUMBERED = Pattern.compile("(?s)(?<common>.+)-[1-9]\\d*");

    public NamedServers {
        all = List.copyOf(all);
    }

    /** Servers of which nobody knows whether they are in groups. */
    public NamedServers(List<S> all, Function<S, String> name) {
        this(all, name, server -> List.of());
    }

    /** Those that a word means; none where it means nothing. */
    public List<S> named(String word) {
        return Stream.<Predicate<S>>of(
                        server -> name.apply(server).equals(word),
                        server -> groups.apply(server).contains(word),
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
        return new NearestNames(all.stream().flatMap(this::words).toList()).to(word);
    }

    private Stream<String> words(S server) {
        String own = name.apply(server);
        return Stream.of(Stream.of(own), groups.apply(server).stream(), common(own))
                .flatMap(some -> some);
    }

    private static Stream<String> common(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? Stream.of(numbered.group("common")) : Stream.of();
    }
}
