package io.github.openstackmaven.simulator.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A method and path and what answers them.
 *
 * @param path may hold placeholders, as {@code /servers/{id}}
 */
public record Route(String method, String path, Function<Call, Answer> handler) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    public static Route get(String path, Function<Call, Answer> handler) {
        return new Route("GET", path, handler);
    }

    public static Route post(String path, Function<Call, Answer> handler) {
        return new Route("POST", path, handler);
    }

    public static Route put(String path, Function<Call, Answer> handler) {
        return new Route("PUT", path, handler);
    }

    public static Route patch(String path, Function<Call, Answer> handler) {
        return new Route("PATCH", path, handler);
    }

    public static Route delete(String path, Function<Call, Answer> handler) {
        return new Route("DELETE", path, handler);
    }

    boolean takes(String asked) {
        return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
    }

    /** The placeholders' values; empty when the path is another. */
    Optional<Map<String, String>> match(String actual) {
        Matcher matcher = Pattern.compile(PLACEHOLDER.matcher(path).replaceAll("(?<$1>[^/]+)"))
                .matcher(actual);
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(PLACEHOLDER
                .matcher(path)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toMap(name -> name, matcher::group)));
    }
}
