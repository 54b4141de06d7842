package io.github.openstackmaven.plan;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces each <code>${name}</code> of a known name; others are left alone, since a shell may know them, and so is
 * <code>@{…}</code>.
 */
record PropertyFilter(Function<String, Optional<String>> properties) implements UnaryOperator<String> {
    private static final Pattern NAMED = Pattern.compile("\\$\\{([^{}]+)}");

    @Override
    public String apply(String text) {
        return NAMED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        properties.apply(found.group(1)).orElse(found.group())));
    }
}
