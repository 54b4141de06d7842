package io.github.openstackmaven.output;

import io.github.openstackmaven.http.Exchange;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The requests, in the order in which they were answered. */
record RequestTable(List<Exchange> exchanges, TimeScale scale) {
    private static final List<String> HEADER = List.of("At", "Request", "Status", "ms", "Request id");

    String html() {
        return Html.table("requests", HEADER, exchanges.stream().map(this::row).toList());
    }

    private String row(Exchange exchange) {
        return "<tr>"
                + Html.cell("At", scale.since(exchange.started()))
                + Html.cell("Request", request(exchange))
                + Html.cell("Status", status(exchange))
                + Html.cell("ms", String.valueOf(exchange.duration().toMillis()))
                + Html.cell("Request id", Html.text(exchange.requestId().orElse("")))
                + "</tr>";
    }

    private static String request(Exchange exchange) {
        URI uri = exchange.uri();
        String path = uri.getRawPath()
                + Optional.ofNullable(uri.getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
        return "<b>" + Html.text(exchange.method()) + "</b> <span class=\"host\">"
                + Html.text(uri.getScheme() + "://" + uri.getRawAuthority()) + "</span>" + Html.text(path)
                + exchange.error()
                        .map(error -> "<br /><em>" + Html.text(error) + "</em>")
                        .orElse("");
    }

    private static String status(Exchange exchange) {
        String look =
                exchange.status().filter(code -> code < 500).isEmpty() ? "bad" : exchange.failed() ? "poor" : "good";
        return "<span class=\"" + look + "\">"
                + exchange.status().map(String::valueOf).orElse("no answer") + "</span>";
    }
}
