package io.github.openstackmaven.output;

import io.github.openstackmaven.http.Exchange;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The requests, in the order in which they were sent. */
record RequestTable(List<Exchange> exchanges, ExpectedRefusals expected, TimeScale scale, Html html) {
    private static final List<String> HEADER = List.of("At", "Request", "Status", "ms", "Request id");

    String text() {
        return html.table(
                "requests",
                HEADER,
                exchanges.stream()
                        .sorted(Comparator.comparing(Exchange::started))
                        .map(this::row)
                        .toList());
    }

    private String row(Exchange exchange) {
        return "<tr>"
                + html.cell("At", scale.since(exchange.started()))
                + html.cell("Request", request(exchange))
                + html.cell("Status", status(exchange))
                + html.cell("ms", String.valueOf(exchange.duration().toMillis()))
                + html.cell("Request id", html.text(exchange.requestId().orElse("")))
                + "</tr>";
    }

    private String request(Exchange exchange) {
        URI uri = exchange.uri();
        String path = uri.getRawPath()
                + Optional.ofNullable(uri.getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
        return "<b>" + html.text(exchange.method()) + "</b> <span class=\"host\">"
                + html.text(uri.getScheme() + "://" + uri.getRawAuthority()) + "</span>" + html.text(path)
                + exchange.error()
                        .map(error -> "<br /><em>" + html.text(error) + "</em>")
                        .orElse("");
    }

    private String status(Exchange exchange) {
        return "<span class=\"" + look(exchange) + "\">"
                + exchange.status().map(String::valueOf).orElse("no answer") + "</span>"
                + expected.meaning(exchange).map(" "::concat).orElse("");
    }

    private String look(Exchange exchange) {
        if (!expected.isTrouble(exchange)) return "good";
        return exchange.status().filter(code -> code < 500).isPresent() ? "poor" : "bad";
    }
}
