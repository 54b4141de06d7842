package io.github.openstackmaven.pom;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An element of a block.
 *
 * @param <B> the block, as Maven binds it
 */
public sealed interface BlockElement<B> {

    /** Its name; empty for a short form, which is the block's own text. */
    String name();

    /** How it is named on the command line. */
    Form form();

    /** Whether it was written in the block. */
    boolean isIn(B block);

    /** Whether it is on the command line, under a path such as {@code waitFor.tcp.ports}. */
    boolean isOn(CommandLine line, String path);

    /** Whether a property of the command line, named from the block on, is one of this element's. */
    default boolean takes(String property) {
        return property.equals(name()) ? form().plain() : form().dotted() && property.startsWith(name() + ".");
    }

    /** How an element is named on the command line. */
    enum Form {
        /** {@code -Dopenstack.hostname}. */
        PLAIN,
        /** {@code -Dopenstack.metadata.KEY}. */
        DOTTED,
        /** {@code -Dopenstack.image} or {@code -Dopenstack.image.nameRegex}. */
        BOTH;

        boolean plain() {
            return this != DOTTED;
        }

        boolean dotted() {
            return this != PLAIN;
        }
    }

    /**
     * An element that has no elements in it.
     *
     * @param <V> what it holds
     * @param bound what Maven has bound
     * @param given what the command line says under a path
     */
    record Value<B, V>(
            String name, Form form, Function<B, Optional<V>> bound, BiFunction<CommandLine, String, Optional<V>> given)
            implements BlockElement<B> {

        @Override
        public boolean isIn(B block) {
            return bound.apply(block).isPresent();
        }

        @Override
        public boolean isOn(CommandLine line, String path) {
            return given.apply(line, path).isPresent();
        }
    }

    /**
     * A block in a block.
     *
     * @param <C> what Maven binds
     * @param bound what Maven has bound, where anything was written
     * @param register its elements
     * @param whole whether its short form on the command line takes the place of all that the POM says of it
     */
    record Nested<B, C>(String name, Function<B, Optional<C>> bound, Register<C> register, boolean whole)
            implements BlockElement<B> {

        @Override
        public Form form() {
            return register.text().isPresent() ? Form.BOTH : Form.DOTTED;
        }

        @Override
        public boolean isIn(B block) {
            return bound.apply(block).isPresent();
        }

        @Override
        public boolean isOn(CommandLine line, String path) {
            return isTextOn(line, path) || register.isMadeBy(line.under(path));
        }

        /** Whether the command line has its short form instead of the whole block of the POM. */
        boolean isReplacedOn(CommandLine line, String path) {
            return whole && isTextOn(line, path);
        }

        private boolean isTextOn(CommandLine line, String path) {
            return register.text().isPresent() && line.text(path).isPresent();
        }
    }
}
