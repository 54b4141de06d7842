package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Lifetime;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.teardown.Heartbeat;
import io.github.openstackmaven.teardown.LaunchSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the end of a build has anything to do: where it has not, nothing of it runs. */
class BuildEndTest {
    private static final LedgerEntry.Place HERE = new LedgerEntry.Place("cloud", "", "demo");

    @TempDir
    private Path folder;

    private final MavenSession session = mock(MavenSession.class);
    private final List<Object> ends = new ArrayList<>();
    private BuildEnd end;

    @BeforeEach
    void startASession() {
        when(session.getUserProperties()).thenReturn(new Properties());
        when(session.getResult()).thenReturn(new DefaultMavenExecutionResult());
        when(session.getProjects()).thenReturn(List.of());
        end = new BuildEnd(session, "b1", loader -> (build, out) -> ends.add(build));
    }

    @Test
    void a_build_that_launches_nothing_prepares_no_end() {
        end.ofSession();

        assertThat(ends).isEmpty();
    }

    @Test
    void what_goes_with_the_build_is_ended() {
        launched(Keep.NEVER, journal -> {});

        assertThat(ends).hasSize(1);
    }

    @Test
    void what_waits_for_the_builds_success_is_ended() {
        launched(Keep.ON_FAILURE, journal -> journal.settled(List.of("l1")));

        assertThat(ends).hasSize(1);
    }

    @Test
    void what_is_kept_is_not_done_with_before_the_cloud_knows_until_when() {
        launched(Keep.ALWAYS, journal -> {});

        assertThat(ends).hasSize(1);
    }

    @Test
    void where_all_is_kept_nothing_is_ended() {
        launched(Keep.ALWAYS, journal -> journal.settled(List.of("l1")));

        assertThat(ends).isEmpty();
    }

    @Test
    void where_all_was_deleted_meanwhile_nothing_is_ended() {
        launched(Keep.NEVER, journal -> journal.strike("l1"));

        assertThat(ends).isEmpty();
    }

    @Test
    void what_was_refused_is_looked_for_by_its_marks() {
        launched(Keep.NEVER, journal -> journal.refused("l1"));

        assertThat(ends).hasSize(1);
    }

    @Test
    void a_launch_under_way_is_ended_whatever_it_has_made() {
        during(Keep.ALWAYS, journal -> end.ofSession());

        assertThat(ends).hasSize(1);
    }

    private void launched(Keep keep, Consumer<Journal> after) {
        during(keep, after);
        end.ofSession();
    }

    private void during(Keep keep, Consumer<Journal> after) {
        Ledger ledger = new Ledger(folder.resolve("ledger.json"));
        Heartbeat heartbeat = new Heartbeat(
                ledger,
                "b1",
                HERE,
                mock(Resources.class),
                Time.system(),
                Lifetime.standard(keep).lease(),
                debug -> {});
        LaunchSite site = new LaunchSite(
                LaunchSite.LedgerState.of(folder.resolve("ledger.json"), ledger),
                HERE,
                Settings.none(),
                System.getenv(),
                Connection.standard(),
                Duration.ZERO,
                Optional::empty);
        end.during(site, ledger, heartbeat, line -> {}, () -> {
            Journal journal = ledger.of("b1", HERE, keep, Time.system());
            journal.made(ResourceType.SERVER, "l1", "web", "s1");
            after.accept(journal);
            return "launched";
        });
    }
}
