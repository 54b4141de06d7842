package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.InstanceAction.Event;
import io.github.openstackmaven.output.Timeline.Lane;
import io.github.openstackmaven.output.Timeline.Outcome;
import io.github.openstackmaven.output.Timeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A server's part of the page: its bars, what they are, what the cloud did meanwhile, and each step in words.
 *
 * @param console where its console log is; empty where there is none
 */
record LaneHtml(Lane lane, TimeScale scale, Html html, Optional<String> console) {

    String text() {
        return """
                <section class="lane">
                <h3>%s%s%s</h3>
                <div class="track">%s%s</div>
                %s
                <ul class="stages">%s</ul>
                %s
                </section>
                """.formatted(
                html.text(lane.name()),
                lane.id().map(id -> " <small>" + html.text(id) + "</small>").orElse(""),
                console.map(file -> " <small>" + html.link(file, "console.log") + "</small>")
                        .orElse(""),
                scale.lines(),
                lane.stages().stream().filter(Stage::isNotable).map(this::bar).collect(Collectors.joining()),
                cloudsBars(),
                lane.stages().stream().filter(Stage::isNotable).map(this::named).collect(Collectors.joining()),
                steps());
    }

    private String bar(Stage stage) {
        return "<span class=\"bar %s\" style=\"%s\" title=\"%s\"><b>%s</b></span>"
                .formatted(
                        look(stage),
                        scale.style(stage.from(), stage.to()),
                        html.quoted(told(stage)),
                        html.text(stage.name()));
    }

    private String named(Stage stage) {
        return "<li><i class=\"" + look(stage) + "\"></i>" + html.text(told(stage)) + "</li>";
    }

    private String told(Stage stage) {
        String outcome = switch (stage.outcome()) {
            case DONE -> "";
            case FAILED -> ", failed";
            case OPEN -> " so far";
        };
        String took = LaunchMessages.isNotable(stage.duration()) ? " " + LaunchMessages.seconds(stage.duration()) : "";
        return stage.name() + took + outcome;
    }

    // A class of the style sheet; a check is told by its first word.
    private static String look(Stage stage) {
        String word = stage.name().replaceAll("[^A-Za-z-].*", "").toLowerCase(Locale.ROOT);
        return "s-" + word
                + (stage.outcome() == Outcome.DONE
                        ? ""
                        : " " + stage.outcome().name().toLowerCase(Locale.ROOT));
    }

    private String cloudsBars() {
        List<Event> events = lane.actions().stream()
                .flatMap(action -> action.events().stream())
                .sorted(Comparator.comparing(Event::started))
                .toList();
        if (events.isEmpty()) return "";
        return "<div class=\"track cloud\" title=\"the cloud's events\">"
                + events.stream().map(this::bar).collect(Collectors.joining())
                + "</div>\n<ul class=\"stages clouds\"><li>The cloud, in the thin bar:</li>"
                + events.stream().filter(this::isNotable).map(this::named).collect(Collectors.joining())
                + "</ul>";
    }

    private boolean isNotable(Event event) {
        return isFailed(event) || LaunchMessages.isNotable(Duration.between(event.started(), end(event)));
    }

    private String named(Event event) {
        return "<li><i class=\"" + (isFailed(event) ? "failed" : "") + "\"></i>" + html.text(told(event)) + "</li>";
    }

    private String told(Event event) {
        String took = " " + LaunchMessages.seconds(Duration.between(event.started(), end(event)));
        return event.event()
                + took
                + (isFailed(event) ? ", failed" : event.finished().isEmpty() ? " so far" : "");
    }

    private Instant end(Event event) {
        return event.finished().orElseGet(() -> scale.start().plus(scale.length()));
    }

    private static boolean isFailed(Event event) {
        return event.result().filter("Error"::equals).isPresent();
    }

    private String bar(Event event) {
        return "<span class=\"bar%s\" style=\"%s\" title=\"%s\"></span>"
                .formatted(
                        isFailed(event) ? " failed" : "",
                        scale.style(event.started(), end(event)),
                        html.quoted(told(event)));
    }

    private String steps() {
        if (lane.steps().isEmpty()) return "";
        return lane.steps().stream()
                .map(step -> "<li><b>" + scale.since(step.at()) + "</b> " + html.text(step.text()) + "</li>\n")
                .collect(Collectors.joining(
                        "",
                        "<details><summary>" + lane.steps().size() + " steps</summary>\n<ol>\n",
                        "</ol>\n</details>"));
    }
}
