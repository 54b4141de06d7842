package io.github.openstackmaven.simulator.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query's parameters, in order. */
public record Parameters(List<Parameter> parameters) {
    private static final Pattern STRAY = Pattern.compile("%(?!\\p{XDigit}{2})");

    public record Parameter(String name, String value) {
        private String encoded() {
            return encode(name) + "=" + encode(value);
        }
    }

    /** Those of a query or a form. */
    public static Parameters of(String raw) {
        return new Parameters(Stream.of(raw.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : ""))
                .toList());
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    public Set<String> names() {
        return parameters.stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As it is written behind the question mark, without some parameters. */
    public String encodedWithout(Predicate<String> unwanted) {
        return parameters.stream()
                .filter(parameter -> !unwanted.test(parameter.name()))
                .map(Parameter::encoded)
                .collect(Collectors.joining("&"));
    }

    /** The same page's address with another marker. */
    public String withMarker(String marker) {
        String rest = encodedWithout("marker"::equals);
        return (rest.isEmpty() ? "" : rest + "&") + "marker=" + encode(marker);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What was encoded for a query; a stray % stands for itself. */
    static String decode(String text) {
        return URLDecoder.decode(STRAY.matcher(text).replaceAll("%25"), StandardCharsets.UTF_8);
    }
}
