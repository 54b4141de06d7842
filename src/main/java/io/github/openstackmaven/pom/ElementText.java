package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.Cidr;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text of an element, and what it may mean.
 *
 * @param element where it was written, for messages: {@code <size> in <bootVolume>}
 */
public record ElementText(String element, String text) {

    /** The text that Maven has bound; blanks count as nothing. */
    public static Optional<String> text(@Nullable String bound) {
        return Optional.ofNullable(bound).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** That two elements stand together, of which only one may. */
    static OpenStackException both(String one, String other, String where) {
        return new OpenStackException(
                "Both <" + one + "> and <" + other + "> in " + where, "Leave one out: they exclude each other.");
    }

    /**
     * The whole number it is.
     *
     * @throws OpenStackException when it is none, or out of range
     */
    public int number(int least, int most) {
        return number(least, most, "It is a whole number from " + least + " to " + most + ".");
    }

    /**
     * The amount it is.
     *
     * @param unit for the message, as in {@code GiB}
     * @throws OpenStackException when it is no whole number, or too small
     */
    public int amount(int least, String unit) {
        return number(least, Integer.MAX_VALUE, "It is a whole number of " + unit + ", " + least + " or more.");
    }

    private int number(int least, int most, String advice) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw is(advice);
        }
        throw is(advice);
    }

    /**
     * The switch it is.
     *
     * @throws OpenStackException when it is neither {@code true} nor {@code false}
     */
    boolean flag() {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw is("It is true or false.");
        };
    }

    /** The items of it, with commas in between. */
    Stream<ElementText> items() {
        return CommandLine.split(text).stream().map(item -> new ElementText(element, item));
    }

    boolean isSwitch() {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    /**
     * The text, when it is an address.
     *
     * @throws OpenStackException when it is not
     */
    String address() {
        try {
            return Cidr.parse(text).address().equals(text) ? text : fail();
        } catch (IllegalArgumentException e) {
            return fail();
        }
    }

    /** That the text is none of what it may be. */
    public OpenStackException is(String advice) {
        return new OpenStackException(element + " is '" + text + "'", advice);
    }

    private String fail() {
        throw is("It is an address, of IPv4 (10.0.0.5) or IPv6 (2001:db8::5).");
    }
}
