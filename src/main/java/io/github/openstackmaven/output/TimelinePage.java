package io.github.openstackmaven.output;

import io.github.openstackmaven.output.Timeline.About;
import io.github.openstackmaven.output.Timeline.Lane;
import io.github.openstackmaven.output.Timeline.Result;
import io.github.openstackmaven.output.Timeline.Trouble;
import io.github.openstackmaven.output.Timeline.Where;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code timeline.html}: one page without scripts, which needs no other file.
 *
 * @param console by a server's name, where its console log is, seen from the page
 */
record TimelinePage(Timeline timeline, Html html, Function<String, Optional<String>> console) {

    String text() {
        TimeScale scale = TimeScale.of(timeline);
        ExpectedRefusals expected = ExpectedRefusals.of(timeline.exchanges());
        String title = (timeline.isDeletion() ? "Deletion of " : "Launch of ")
                + timeline.lanes().stream().map(Lane::name).collect(Collectors.joining(", "));
        return bundled("timeline.html")
                .formatted(
                        html.quoted(title),
                        bundled("timeline.css"),
                        html.text(title),
                        result(),
                        facts(expected),
                        about(),
                        glance(),
                        section("What went wrong", troubles(scale)),
                        section("Servers", servers(scale)),
                        section("The cloud's events", actions(scale)),
                        section("Requests", requests(scale, expected)));
    }

    private static String bundled(String name) {
        try (InputStream in = TimelinePage.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not in the plugin's jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String result() {
        return timeline.about()
                .result()
                .map(result -> " <span class=\"result " + (result == Result.SUCCESS ? "good" : "bad") + "\">" + result
                        + "</span>")
                .orElse("");
    }

    // Who, and where.
    private String about() {
        About about = timeline.about();
        String by = about.versions().stream()
                .map(version -> "openstack-maven-plugin " + version)
                .collect(Collectors.joining(", "));
        String clouds = about.clouds().stream().map(TimelinePage::told).collect(Collectors.joining("; "));
        return Stream.of(String.join(", ", about.modules()), clouds, by)
                .filter(fact -> !fact.isEmpty())
                .map(fact -> "<p class=\"facts\">" + html.text(fact) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String told(Where where) {
        return "cloud " + where.cloud()
                + where.user().map(user -> ", user " + user).orElse("")
                + where.project().map(project -> ", project " + project).orElse("")
                + where.region().map(region -> ", region " + region).orElse("");
    }

    private String glance() {
        return timeline.lanes().isEmpty() ? "" : new ServerTable(timeline.lanes(), console, html).text();
    }

    private String facts(ExpectedRefusals expected) {
        long failed = timeline.exchanges().stream().filter(expected::isTrouble).count();
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
                + lines(trouble.text())
                + (trouble.advice().isEmpty()
                        ? ""
                        : "<br /><span class=\"advice\">" + lines(trouble.advice()) + "</span>")
                + console.apply(trouble.server())
                        .map(file -> "<br />" + html.link(file, "console.log"))
                        .orElse("")
                + "</p>";
    }

    private String lines(String text) {
        return html.text(text).replace("\n", "<br />");
    }

    private String servers(TimeScale scale) {
        return timeline.lanes().stream()
                .map(lane -> new LaneHtml(lane, scale, html, console.apply(lane.name())).text())
                .collect(Collectors.joining("", scale.axis(), ""));
    }

    private String actions(TimeScale scale) {
        ActionTable table = new ActionTable(timeline.lanes(), scale, html);
        return table.rows().isEmpty() ? "" : table.text();
    }

    private String requests(TimeScale scale, ExpectedRefusals expected) {
        return timeline.exchanges().isEmpty()
                ? ""
                : new RequestTable(timeline.exchanges(), expected, scale, html).text();
    }

    private static String section(String title, String content) {
        return content.isEmpty() ? "" : "<h2>" + title + "</h2>\n" + content + "\n";
    }

    private static String count(List<?> things, String name) {
        return things.size() + " " + name + (things.size() == 1 ? "" : "s");
    }
}
