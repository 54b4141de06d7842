package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of each of several servers that failed. */
class FailureInquiryTest {
    private final PlannedServer web = PlannedServers.named("web");
    private final PlannedServer db = PlannedServers.named("db");
    private final Plan plan = PlannedServers.plan(web, db);
    private final FailureInquiry inquiry = new FailureInquiry(
            () -> {
                throw new OpenStackException("nobody is to be asked: no server was made", "");
            },
            plan);

    @TempDir
    private Path folder;

    @Test
    void each_has_its_own_cause_and_advice_even_where_the_causes_are_alike() {
        fails("web", new OpenStackException("Unknown key", "Name one of yours: demo-key."));
        fails("db", new OpenStackException("Unknown key", "Bring it first."));

        List<FailureReport> reports = inquiry.write(folder, new Redaction(), unwritten -> {});

        assertThat(reports).extracting(FailureReport::cause).containsOnly("Unknown key");
        assertThat(reports)
                .extracting(report -> report.name() + ": " + report.advice())
                .containsExactlyInAnyOrder("web: Name one of yours: demo-key.", "db: Bring it first.");
    }

    private void fails(String server, OpenStackException failure) {
        inquiry.accept(new LaunchEvent.Failed(server, failure, Duration.ofSeconds(1)));
    }
}
