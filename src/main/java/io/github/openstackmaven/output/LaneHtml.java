package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.output.Timeline.Lane;
import io.github.openstackmaven.output.Timeline.Outcome;
import io.github.openstackmaven.output.Timeline.Stage;
import java.util.Locale;
import java.util.stream.Collectors;

/** A server's part of the page: its bars, what they are, what the cloud did meanwhile, and each step in words. */
record LaneHtml(Lane lane, TimeScale scale, Html html) {

    String text() {
        return """
                <section class="lane">
                <h3>%s%s</h3>
                <div class="track">%s%s</div>
                %s
                <ul class="stages">%s</ul>
                %s
                </section>
                """.formatted(
                html.text(lane.name()),
                lane.id().map(id -> " <small>" + html.text(id) + "</small>").orElse(""),
                scale.lines(),
                lane.stages().stream().map(this::bar).collect(Collectors.joining()),
                cloudsBars(),
                lane.stages().stream().map(this::named).collect(Collectors.joining()),
                steps());
    }

    private String bar(Stage stage) {
        return "<span class=\"bar %s\" style=\"%s\" title=\"%s\"><b>%s</b></span>"
                .formatted(look(stage), scale.style(stage.from(), stage.to()), told(stage), html.text(stage.name()));
    }

    private String named(Stage stage) {
        return "<li><i class=\"" + look(stage) + "\"></i>" + told(stage) + "</li>";
    }

    private String told(Stage stage) {
        String outcome = switch (stage.outcome()) {
            case DONE -> "";
            case FAILED -> ", failed";
            case OPEN -> " so far";
        };
        return html.text(stage.name()) + " " + LaunchMessages.seconds(stage.duration()) + outcome;
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
        String bars = lane.actions().stream()
                .flatMap(action -> action.events().stream())
                .map(this::bar)
                .collect(Collectors.joining());
        return bars.isEmpty() ? "" : "<div class=\"track cloud\" title=\"the cloud's events\">" + bars + "</div>";
    }

    private String bar(InstanceAction.Event event) {
        return "<span class=\"bar%s\" style=\"%s\" title=\"%s\"></span>"
                .formatted(
                        event.result().filter("Error"::equals).isPresent() ? " failed" : "",
                        scale.style(
                                event.started(),
                                event.finished().orElseGet(() -> scale.start().plus(scale.length()))),
                        html.text(event.event()));
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
