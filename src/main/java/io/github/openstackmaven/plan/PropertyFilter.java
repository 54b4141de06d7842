package io.github.openstackmaven.plan;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces each <code>${name}</code> of a known name; others are left alone, since a shell may know them, and so is
 * <code>@{…}</code>.
 */
record PropertyFilter(Map<String, String> properties) implements UnaryOperator<String> {
    private static final Pattern NAMED = Pattern.compile("\\$\\{([^{}]+)}");

    @Override
    public String apply(String text) {
        return NAMED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1)).orElse(found.group())));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(properties.get(name));
    }
}
