package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.pom.BlockElement.Nested;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Precedence of the places where the elements of a block may be written: the command line, then the POM. The first that
 * has one wins.
 *
 * @param <B> the block, as Maven binds it
 * @param path the block's name on the command line: {@code waitFor.tcp}; empty for what is no block's
 * @param place the block's name in the POM, for messages: {@code <tcp> in <waitFor>}
 * @param inside what follows the name of an element of it, in messages: {@code  in <tcp>}
 * @param blocks what the POM says, in order of precedence; a block of the same number in another one was written there
 */
record ElementPrecedence<B>(
        CommandLine line, String path, String place, String inside, Register<B> register, List<Optional<B>> blocks) {
    private static final String PROPERTY = "-Dopenstack.";
    private static final String OFF = "false";

    ElementPrecedence {
        blocks = List.copyOf(blocks);
    }

    /** Those of what stands in no block. */
    static <B> ElementPrecedence<B> of(CommandLine line, Register<B> register, List<B> blocks) {
        return new ElementPrecedence<>(
                line, "", "", "", register, blocks.stream().map(Optional::of).toList());
    }

    /** A block of the POM of which the command line can say nothing, such as {@code a <volume>}. */
    static <B> ElementPrecedence<B> alone(String place, Register<B> register, B block) {
        return new ElementPrecedence<>(
                new CommandLine(new Properties()), "", place, " in " + place, register, List.of(Optional.of(block)));
    }

    /** What an element holds. */
    <V> Optional<V> value(Value<B, V> element) {
        return element.given()
                .apply(line, path(element))
                .or(() -> bound().flatMap(block -> element.bound().apply(block).stream())
                        .findFirst());
    }

    /** A text that means something else, with where it stands. */
    Optional<ElementText> written(Value<B, String> element) {
        return value(element).map(text -> new ElementText(place(element), text));
    }

    /** Where an element was written, for messages. */
    String place(BlockElement<B> element) {
        String path = path(element);
        if (element.isOn(line, path)) return PROPERTY + (line.names(path) ? path : this.path);
        return element.name().isEmpty() ? place : "<" + element.name() + ">" + inside;
    }

    /** A switch, which is off unless something says otherwise. */
    boolean flag(Value<B, String> element) {
        return written(element).map(ElementText::flag).orElse(false);
    }

    /** A list; empty where there is none. */
    List<String> list(Value<B, List<String>> element) {
        return value(element).orElse(List.of());
    }

    /** A map; the command line may change single entries of it. */
    Map<String, String> map(Value<B, Map<String, String>> element) {
        Map<String, String> entries = new HashMap<>();
        bound().flatMap(block -> element.bound().apply(block).stream())
                .findFirst()
                .ifPresent(entries::putAll);
        element.given().apply(line, path(element)).ifPresent(entries::putAll);
        return Map.copyOf(entries);
    }

    /**
     * The elements of a block in this one, where it was written: of the first place in the POM, over which the command line
     * may change single ones.
     *
     * @throws OpenStackException when the command line names one that there is not
     */
    <C> Optional<ElementPrecedence<C>> block(Nested<B, C> element) {
        String inner = path(element);
        element.register().unknown(line.under(inner)).ifPresent(name -> {
            throw new OpenStackException(
                    PROPERTY + inner + "." + name + " is unknown",
                    "There are " + element.register().names() + ".");
        });
        if (depth(element) > blocks.size()) return Optional.empty();
        String tag = "<" + element.name() + ">";
        return Optional.of(new ElementPrecedence<>(
                line, inner, tag + inside, " in " + tag, element.register(), inner(element, inner)));
    }

    private <C> List<Optional<C>> inner(Nested<B, C> element, String inner) {
        int only = element.isReplacedOn(line, inner) ? blocks.size() : first(element);
        return IntStream.range(0, blocks.size())
                .mapToObj(index -> index == only ? blocks.get(index).flatMap(element.bound()) : Optional.<C>empty())
                .toList();
    }

    /**
     * How far down the first place is that has the element: of two elements that exclude each other, the higher one wins.
     * 0 is the command line, and as many as there are blocks, and one more, is nowhere.
     */
    int depth(BlockElement<B> element) {
        return element.isOn(line, path(element)) ? 0 : 1 + first(element);
    }

    private int first(BlockElement<B> element) {
        return IntStream.range(0, blocks.size())
                .filter(index -> blocks.get(index).filter(element::isIn).isPresent())
                .findFirst()
                .orElse(blocks.size());
    }

    /** What an element holds, unless another one in whose place it stands was written nearer. */
    <V> Optional<V> unless(BlockElement<B> other, Value<B, V> element) {
        return value(element).filter(value -> depth(element) <= depth(other));
    }

    /** The block's own text, where nothing else was written in it, or further down. */
    Optional<String> alone() {
        return register.text()
                .filter(text -> others(text).noneMatch(other -> depth(other) <= depth(text)))
                .flatMap(this::value);
    }

    /**
     * The text that stands for the whole block, unless something nearer was written in it.
     *
     * @throws OpenStackException when both are on the command line
     */
    Optional<String> insteadOfAll() {
        register.text().filter(text -> depth(text) == 0).ifPresent(this::demandAlone);
        return text();
    }

    private void demandAlone(BlockElement<B> text) {
        others(text).filter(other -> depth(other) == 0).findFirst().ifPresent(other -> {
            throw new OpenStackException(
                    "Both " + place(text) + " and " + place(other), "Leave one out: they exclude each other.");
        });
    }

    private Optional<String> text() {
        return register.text()
                .filter(text -> others(text).noneMatch(other -> depth(other) < depth(text)))
                .flatMap(this::value);
    }

    /** What an element holds that the block's own text may stand for; the nearer one counts, and a switch is none. */
    Optional<ElementText> meant(Value<B, String> element) {
        return register.text()
                .filter(text -> depth(text) < depth(element))
                .flatMap(this::written)
                .filter(written -> !written.isSwitch())
                .or(() -> written(element));
    }

    /** Whether the block's own text switches it off, and nothing nearer was written in it. */
    boolean isOff() {
        return text().filter(OFF::equalsIgnoreCase).isPresent();
    }

    private Stream<BlockElement<B>> others(BlockElement<B> one) {
        return register.elements().stream().filter(other -> !other.name().equals(one.name()));
    }

    private String path(BlockElement<B> element) {
        if (element.name().isEmpty()) return path;
        return path.isEmpty() ? element.name() : path + "." + element.name();
    }

    private Stream<B> bound() {
        return blocks.stream().flatMap(Optional::stream);
    }
}
