package io.github.openstackmaven.output;

import io.github.openstackmaven.http.Exchange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a deletion was asked for: that it is not there is what was wanted. */
record DeletedThings(Set<String> paths) {
    private static final int NOT_FOUND = 404;

    static DeletedThings of(List<Exchange> exchanges) {
        return new DeletedThings(exchanges.stream()
                .filter(exchange -> exchange.method().equals("DELETE"))
                .map(DeletedThings::path)
                .collect(Collectors.toSet()));
    }

    /** Whether the answer says only that such a thing, or a part of it, is gone. */
    boolean areGone(Exchange exchange) {
        return exchange.status().filter(code -> code == NOT_FOUND).isPresent()
                && paths.stream()
                        .anyMatch(path ->
                                path(exchange).equals(path) || path(exchange).startsWith(path + "/"));
    }

    /** Whether something went wrong. */
    boolean isTrouble(Exchange exchange) {
        return exchange.failed() && !areGone(exchange);
    }

    private static String path(Exchange exchange) {
        return exchange.uri().getRawAuthority() + exchange.uri().getRawPath();
    }
}
