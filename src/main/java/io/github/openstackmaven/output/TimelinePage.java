package io.github.openstackmaven.output;

import io.github.openstackmaven.output.Timeline.Lane;
import io.github.openstackmaven.output.Timeline.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** {@code timeline.html}: one page without scripts, which needs no other file. */
record TimelinePage(Timeline timeline, Html html) {

    String text() {
        TimeScale scale = TimeScale.of(timeline);
        String title = "Launch of " + timeline.lanes().stream().map(Lane::name).collect(Collectors.joining(", "));
        return bundled("timeline.html")
                .formatted(
                        html.text(title),
                        bundled("timeline.css"),
                        html.text(title),
                        facts(),
                        section("What went wrong", troubles(scale)),
                        section("Servers", servers(scale)),
                        section("The cloud's events", actions(scale)),
                        section("Requests", requests(scale)));
    }

    private static String bundled(String name) {
        try (InputStream in = TimelinePage.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in the plugin's jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String facts() {
        long failed = timeline.exchanges().stream().filter(one -> one.failed()).count();
        return "From " + timeline.start().truncatedTo(ChronoUnit.SECONDS) + ", took "
                + LaunchMessages.seconds(Duration.between(timeline.start(), timeline.end())) + "; "
                + count(timeline.lanes(), "server") + ", "
                + count(timeline.exchanges(), "request")
                + (failed == 0 ? "" : ", " + failed + " of them refused or failed");
    }

    private String troubles(TimeScale scale) {
        return timeline.troubles().stream()
                .map(trouble -> trouble(trouble, scale))
                .collect(Collectors.joining("\n"));
    }

    private String trouble(Trouble trouble, TimeScale scale) {
        return "<p class=\"trouble\"><b>" + html.text(trouble.server()) + "</b> " + scale.since(trouble.at()) + "<br />"
                + html.text(trouble.text()).replace("\n", "<br />") + "</p>";
    }

    private String servers(TimeScale scale) {
        return timeline.lanes().stream()
                .map(lane -> new LaneHtml(lane, scale, html).text())
                .collect(Collectors.joining("", scale.axis(), ""));
    }

    private String actions(TimeScale scale) {
        ActionTable table = new ActionTable(timeline.lanes(), scale, html);
        return table.rows().isEmpty() ? "" : table.text();
    }

    private String requests(TimeScale scale) {
        return timeline.exchanges().isEmpty() ? "" : new RequestTable(timeline.exchanges(), scale, html).text();
    }

    private static String section(String title, String content) {
        return content.isEmpty() ? "" : "<h2>" + title + "</h2>\n" + content + "\n";
    }

    private static String count(List<?> things, String name) {
        return things.size() + " " + name + (things.size() == 1 ? "" : "s");
    }
}
