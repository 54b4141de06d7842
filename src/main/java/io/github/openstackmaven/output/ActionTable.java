package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.compute.InstanceAction.Event;
import io.github.openstackmaven.output.Timeline.Lane;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the cloud says it did to the servers. */
record ActionTable(List<Lane> lanes, TimeScale scale, Html html) {
    private static final List<String> HEADER = List.of("At", "Server", "Action", "Took", "Result", "Request id");

    String text() {
        return html.table("actions", HEADER, rows());
    }

    /** The rows: each action, and after it its steps. */
    List<String> rows() {
        return lanes.stream()
                .flatMap(lane -> lane.actions().stream().flatMap(action -> rows(lane, action)))
                .toList();
    }

    private Stream<String> rows(Lane lane, InstanceAction action) {
        String whole = row(
                scale.since(action.started()),
                lane.name(),
                "<b>" + html.text(action.action()) + "</b>",
                "",
                result(action.message().orElse("")),
                action.requestId());
        return Stream.concat(
                Stream.of(whole), action.events().stream().map(event -> row(lane, event, action.requestId())));
    }

    private String row(Lane lane, Event event, String requestId) {
        String took = event.finished()
                .map(end -> LaunchMessages.seconds(Duration.between(event.started(), end)))
                .orElse("goes on");
        return row(
                scale.since(event.started()),
                lane.name(),
                html.text(event.event()),
                took,
                result(event.result().orElse("")),
                requestId);
    }

    private String row(String at, String server, String action, String took, String result, String requestId) {
        return "<tr>"
                + html.cell("At", at)
                + html.cell("Server", html.text(server))
                + html.cell("Action", action)
                + html.cell("Took", took)
                + html.cell("Result", result)
                + html.cell("Request id", html.text(requestId))
                + "</tr>";
    }

    private String result(String result) {
        if (result.isEmpty()) return "";
        String look = result.equals("Error") ? "bad" : "good";
        return "<span class=\"" + look + "\">" + html.text(result) + "</span>";
    }
}
