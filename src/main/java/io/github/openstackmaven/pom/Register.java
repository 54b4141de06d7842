package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.pom.BlockElement.Form;
import io.github.openstackmaven.pom.BlockElement.Nested;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The elements of a block, each named once: from here what Maven binds, the command line and their precedence
 * ({@link ElementPrecedence}) are read.
 *
 * @param <B> the block, as Maven binds it
 */
public abstract class Register<B> {
    private final List<BlockElement<B>> elements = new ArrayList<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> changes = new HashSet<>();
    private Optional<Value<B, String>> text = Optional.empty();

    /** All that there are, in the order in which they are written down. */
    public final List<BlockElement<B>> elements() {
        return List.copyOf(elements);
    }

    /** What the block's own text is, where it may have one instead of elements. */
    final Optional<Value<B, String>> text() {
        return text;
    }

    /** Whether anything was written in the block. */
    final boolean isGiven(B block) {
        return elements.stream().anyMatch(element -> element.isIn(block));
    }

    /** The name of a property of the command line, from the block on, that no element takes. */
    final Optional<String> unknown(Map<String, String> properties) {
        return properties.keySet().stream()
                .filter(Predicate.not(others::contains))
                .filter(property -> elements.stream().noneMatch(element -> element.takes(property)))
                .sorted()
                .findFirst();
    }

    /** Whether properties of the command line, from the block on, make one where the POM has none. */
    final boolean isMadeBy(Map<String, String> properties) {
        return properties.keySet().stream()
                .anyMatch(property -> elements.stream()
                        .filter(element -> !changes.contains(element.name()))
                        .anyMatch(element -> element.takes(property)));
    }

    /** The elements' names, for a message. */
    final String names() {
        return elements.stream()
                .map(BlockElement::name)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(", "));
    }

    /** A text, of which the blanks around it are none. */
    final Value<B, String> text(String name, Function<B, String> bound) {
        return value(name, block -> ElementText.text(bound.apply(block)), Register::onLine);
    }

    /** A text that the block may be instead of having elements: a name, a switch. */
    final Value<B, String> text(Function<B, String> bound) {
        Value<B, String> element = text("", bound);
        text = Optional.of(element);
        return element;
    }

    /** The element that is meant where the block is a text. */
    final Value<B, String> meant(String name, Function<B, String> bound) {
        Value<B, String> element = value(
                name,
                block -> ElementText.text(bound.apply(block)),
                (line, path) -> onLine(line, path).or(() -> onLine(line, parent(path))));
        text = Optional.of(element);
        return element;
    }

    /** A text that is taken from the POM as it is written there. */
    final Value<B, String> verbatim(String name, Function<B, String> bound) {
        return value(
                name,
                block -> Optional.ofNullable(bound.apply(block)).filter(Predicate.not(String::isBlank)),
                Register::onLine);
    }

    /** A list; on the command line with commas in between. */
    final Value<B, List<String>> list(String name, Function<B, List<String>> bound) {
        return value(
                name, block -> Optional.ofNullable(bound.apply(block)).map(CommandLine::clean), Register::listOnLine);
    }

    /** A list of blocks; on the command line of their short forms. */
    final <C extends ShortForm> Value<B, List<C>> blocks(String name, Function<B, List<C>> bound, Supplier<C> block) {
        return value(
                name,
                one -> Optional.ofNullable(bound.apply(one)),
                (line, path) -> listOnLine(line, path)
                        .map(texts -> texts.stream()
                                .map(text -> ShortForm.of(block.get(), text))
                                .toList()));
    }

    /** A map; on the command line entry by entry. */
    final Value<B, Map<String, String>> map(String name, Function<B, Map<String, String>> bound) {
        return registered(new Value<>(
                name,
                Form.DOTTED,
                block -> Optional.ofNullable(bound.apply(block)).map(CommandLine::clean),
                (line, path) -> Optional.of(line.under(path)).filter(Predicate.not(Map::isEmpty))));
    }

    /** A block; where none was written, Maven makes an empty one all the same. */
    final <C> Nested<B, C> block(String name, Function<B, C> bound, Register<C> inner) {
        return registered(new Nested<>(
                name, block -> Optional.ofNullable(bound.apply(block)).filter(inner::isGiven), inner, true));
    }

    /** A block that says something even when it is empty, and whose short form is one of its elements. */
    final <C> Nested<B, C> check(String name, Function<B, C> bound, Register<C> inner) {
        return registered(new Nested<>(name, block -> Optional.ofNullable(bound.apply(block)), inner, false));
    }

    /**
     * A list of what a command line has no room for.
     *
     * @throws OpenStackException when it is given there all the same
     */
    final <C> Value<B, List<C>> inPom(String name, Function<B, List<C>> bound) {
        return value(name, block -> Optional.ofNullable(bound.apply(block)), (line, path) -> {
            if (!line.names(path)) return Optional.empty();
            throw new OpenStackException(
                    "-Dopenstack." + path + " can't be given on the command line", "Write <" + name + "> in the POM.");
        });
    }

    /** Elements that say nothing by themselves: on the command line they change a block of the POM, and make none. */
    final void onlyChange(BlockElement<?>... some) {
        Stream.of(some).map(BlockElement::name).forEach(changes::add);
    }

    /** A property of the command line that is named as an element would be, and is a goal's own. */
    final void ofGoal(String property) {
        others.add(property);
    }

    private <V> Value<B, V> value(
            String name, Function<B, Optional<V>> bound, BiFunction<CommandLine, String, Optional<V>> given) {
        return registered(new Value<>(name, Form.PLAIN, bound, given));
    }

    private <E extends BlockElement<B>> E registered(E element) {
        elements.add(element);
        return element;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private static Optional<String> onLine(CommandLine line, String path) {
        return line.text(path);
    }

    private static Optional<List<String>> listOnLine(CommandLine line, String path) {
        return Optional.of(line.list(path)).filter(Predicate.not(List::isEmpty));
    }
}
