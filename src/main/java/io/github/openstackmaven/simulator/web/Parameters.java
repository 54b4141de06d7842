package io.github.openstackmaven.simulator.web;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query's parameters, in order. */
public record Parameters(List<Parameter> parameters) {

    public record Parameter(String name, String value) {
        private String encoded() {
            return encode(name) + "=" + encode(value);
        }
    }

    public static Parameters of(URI uri) {
        String raw = Optional.ofNullable(uri.getRawQuery()).orElse("");
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

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
