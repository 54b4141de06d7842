package io.github.openstackmaven.simulator;

import java.util.List;
import java.util.Optional;

/** The routes of one service. */
record Router(List<Route> routes) {

    /** The answer of the first route that fits; empty when none has this path. */
    Optional<Answer> answer(Call call) {
        List<Route> there = routes.stream()
                .filter(route -> route.match(call.path()).isPresent())
                .toList();
        if (there.isEmpty()) return Optional.empty();
        Route route = there.stream()
                .filter(candidate -> candidate.takes(call.method()))
                .findFirst()
                .orElseThrow(() -> Refusal.methodNotAllowed());
        return Optional.of(
                route.handler().apply(call.with(route.match(call.path()).orElseThrow())));
    }
}
