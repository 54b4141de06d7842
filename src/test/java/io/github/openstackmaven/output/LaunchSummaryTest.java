package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.PlannedServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a CI job's page shows of a launch. */
class LaunchSummaryTest {
    private final Redaction redaction = new Redaction();
    private final LaunchSummary summary = new LaunchSummary(
            "openstack:launch of g:a", PlannedServers.plan(PlannedServers.named("web"), PlannedServers.named("db")));

    @Test
    void each_server_has_its_row_in_the_plans_order() {
        summary.accept(new LaunchEvent.Requested("db", "s2"));
        summary.accept(new LaunchEvent.Ready("db", "s2", Duration.ofMillis(900)));
        summary.accept(new LaunchEvent.Reused("web", "s1"));
        summary.accept(new LaunchEvent.Ready("web", "s1", Duration.ofMillis(12_340)));
        summary.launched(List.of(Examples.launched("s1", "web", "10.0.0.5")));

        assertThat(summary.text(redaction).lines().toList())
                .startsWith(
                        "### openstack:launch of g:a",
                        "",
                        "| Server | State | Address | Time | Made of |",
                        "| --- | --- | --- | --- | --- |")
                .anyMatch(line -> line.startsWith("| web | was there already, ready | 10.0.0.5 | 12.3 s | image "))
                .anyMatch(line -> line.startsWith("| db | ready |  | 0.9 s | image "));
        assertThat(summary.text(redaction)).containsSubsequence("| web |", "| db |");
    }

    @Test
    void a_failed_server_says_why_and_what_became_of_it_and_of_the_others() {
        redaction.add(Secret.of("s3cret"));
        summary.accept(new LaunchEvent.Requested("web", "s1"));
        summary.accept(new LaunchEvent.Failed(
                "web", new OpenStackException("No host | for s3cret\nmore", ""), Duration.ofSeconds(3)));
        summary.accept(new LaunchEvent.Deleted("web", ResourceType.SERVER, "s1"));
        summary.accept(new LaunchEvent.Deleted("web", ResourceType.PORT, "p1"));

        assertThat(summary.text(redaction))
                .contains("| web | failed: No host \\| for \\*\\*\\*, deleted |  | 3.0 s |")
                .contains("| db | not ready |");
    }

    @Test
    void an_attempt_that_failed_is_nothing_that_the_next_one_is_blamed_for() {
        summary.accept(new LaunchEvent.Requested("web", "s1"));
        summary.accept(new LaunchEvent.Deleted("web", ResourceType.SERVER, "s1"));
        summary.accept(new LaunchEvent.Requested("web", "s2"));
        summary.accept(new LaunchEvent.Ready("web", "s2", Duration.ofSeconds(3)));

        assertThat(summary.text(redaction)).contains("| web | ready |");
    }
}
