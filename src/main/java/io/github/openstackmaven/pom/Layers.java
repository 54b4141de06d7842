package io.github.openstackmaven.pom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where an element of a server may be written. The first that has it wins. */
public record Layers(ServerBlock commandLine, ServerBlock block, ServerBlock topLevel) {

    /** An element that is no text. */
    <T> Optional<T> first(Function<ServerBlock, T> element) {
        return layers().map(element).filter(Objects::nonNull).findFirst();
    }

    /** An element with elements in it, which is taken whole. */
    <T extends Block> Optional<T> block(Function<ServerBlock, T> element) {
        return first(layer ->
                Optional.ofNullable(element.apply(layer)).filter(Block::given).orElse(null));
    }

    /** A text. */
    Optional<String> text(Function<ServerBlock, String> element) {
        return first(layer -> Written.text(element.apply(layer)).orElse(null));
    }

    /** A text that means something else, with where it stands. */
    Optional<Written> written(String name, Function<ServerBlock, String> element) {
        String where = Written.text(element.apply(commandLine)).isPresent() ? "-Dopenstack." + name : "<" + name + ">";
        return text(element).map(text -> new Written(where, text));
    }

    /** A switch, which is off unless something says otherwise. */
    boolean flag(String name, Function<ServerBlock, String> element) {
        return written(name, element).map(Written::flag).orElse(false);
    }

    /** A list; empty where there is none. */
    List<String> list(Function<ServerBlock, List<String>> element) {
        return first(element).map(CommandLine::clean).orElse(List.of());
    }

    /** A map; the command line may change single entries of it. */
    Map<String, String> map(Function<ServerBlock, Map<String, String>> element) {
        Map<String, String> entries = new HashMap<>();
        Stream.of(block, topLevel)
                .map(element)
                .filter(Objects::nonNull)
                .findFirst()
                .map(CommandLine::clean)
                .ifPresent(entries::putAll);
        Optional.ofNullable(element.apply(commandLine)).ifPresent(entries::putAll);
        return Map.copyOf(entries);
    }

    /** How far down the first is that has something: of two elements that exclude each other, the higher one wins. */
    int depth(Predicate<ServerBlock> something) {
        List<ServerBlock> all = layers().toList();
        return IntStream.range(0, all.size())
                .filter(index -> something.test(all.get(index)))
                .findFirst()
                .orElse(all.size());
    }

    private Stream<ServerBlock> layers() {
        return Stream.of(commandLine, block, topLevel);
    }
}
