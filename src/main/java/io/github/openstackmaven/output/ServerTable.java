package io.github.openstackmaven.output;

import io.github.openstackmaven.output.Timeline.Lane;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What servers there are, and what became of them.
 *
 * @param console by a server's name, where its console log is
 */
record ServerTable(List<Lane> lanes, Function<String, Optional<String>> console, Html html) {
    private static final List<String> HEADER = List.of("Server", "State", "Address", "Made of", "Id");

    String text() {
        return html.table("servers", HEADER, lanes.stream().map(this::row).toList());
    }

    private String row(Lane lane) {
        return "<tr>"
                + html.cell("Server", html.text(lane.name()))
                + html.cell("State", state(lane))
                + html.cell("Address", html.text(String.join(", ", lane.addresses())))
                + html.cell("Made of", html.text(lane.madeOf()))
                + html.cell("Id", html.text(lane.id().orElse("")))
                + "</tr>";
    }

    private String state(Lane lane) {
        String look = lane.state().startsWith("failed") ? "bad" : "plain";
        return "<span class=\"" + look + "\">" + html.text(lane.state()) + "</span>"
                + console.apply(lane.name())
                        .map(file -> ", " + html.link(file, "console.log"))
                        .orElse("");
    }
}
