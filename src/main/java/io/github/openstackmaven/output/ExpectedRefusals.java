package io.github.openstackmaven.output;

import io.github.openstackmaven.http.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refusals that are no trouble: that a thing is gone whose deletion was asked for, and that a server has no console, as one
 * that no compute host has taken.
 *
 * @param deleted the paths of what was to be deleted
 */
record ExpectedRefusals(Set<String> deleted) {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    static ExpectedRefusals of(List<Exchange> exchanges) {
        return new ExpectedRefusals(exchanges.stream()
                .filter(exchange -> exchange.method().equals("DELETE"))
                .map(ExpectedRefusals::path)
                .collect(Collectors.toSet()));
    }

    /** What such an answer means, in words; empty where it is none. */
    Optional<String> meaning(Exchange exchange) {
        if (isAnswered(exchange, NOT_FOUND) && isOfDeleted(path(exchange))) return Optional.of("gone");
        return isAnswered(exchange, CONFLICT) && isForConsole(exchange) ? Optional.of("no console") : Optional.empty();
    }

    /** Whether something went wrong. */
    boolean isTrouble(Exchange exchange) {
        return exchange.failed() && meaning(exchange).isEmpty();
    }

    private boolean isOfDeleted(String path) {
        return deleted.stream().anyMatch(gone -> path.equals(gone) || path.startsWith(gone + "/"));
    }

    // A launch asks for no other action of a server.
    private static boolean isForConsole(Exchange exchange) {
        return exchange.method().equals("POST") && path(exchange).matches(".*/servers/[^/]+/action");
    }

    private static boolean isAnswered(Exchange exchange, int status) {
        return exchange.status().filter(code -> code == status).isPresent();
    }

    private static String path(Exchange exchange) {
        return exchange.uri().getRawAuthority() + exchange.uri().getRawPath();
    }
}
