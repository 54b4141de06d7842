package io.github.openstackmaven.simulator.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The routes of one service. */
public record Router(List<Route> routes) {

    /** The routes of all parts of a service. */
    public static Router of(Stream<List<Route>> parts) {
        return new Router(parts.flatMap(List::stream).toList());
    }

    /** The answer of the first route that fits; empty when none does. */
    public Optional<Answer> answer(Call call) {
        return there(call)
                .filter(route -> route.takes(call.method()))
                .findFirst()
                .map(route ->
                        route.handler().apply(call.with(route.match(call.path()).orElseThrow())));
    }

    /** The methods a path does take, for the Allow header; empty when there is no such path. */
    public Optional<String> allowed(Call call) {
        List<String> methods =
                there(call).map(Route::method).distinct().sorted().toList();
        return methods.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", methods));
    }

    private Stream<Route> there(Call call) {
        return routes.stream().filter(route -> route.match(call.path()).isPresent());
    }
}
