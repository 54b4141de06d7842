package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Columns;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private boolean over;
    private final SteppedTime time = new SteppedTime();
    private final Screen screen = new Screen();
    private final TerminalProgress terminal = new TerminalProgress(screen, time, 60, StateColors.none(), () -> over);

    @Test
    void a_log_has_a_line_a_change() {
        List<String> log = new ArrayList<>();
        ProgressLog progress = new ProgressLog(log::add);

        progress.planned(Examples.plan("web"));
        launch(progress);

        assertThat(log)
                .containsExactly(
                        "web: image debian-12, flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB)",
                        "web: port made, id p1, after 1.0 s",
                        "web: asked for, id s1",
                        "web: BUILD after 2.0 s",
                        "web: ACTIVE after 14.0 s",
                        "web: waiting for ssh: connection refused, after 29.0 s",
                        "web: ready after 2 min 30 s");
    }

    @Test
    void a_terminal_that_is_narrower_than_it_says_keeps_no_stale_lines() {
        Screen narrow = new Screen(12);
        TerminalProgress progress = new TerminalProgress(narrow, time, 60, StateColors.none(), () -> over);

        progress.planned(Examples.plan("web"));
        time.sleep(Duration.ofSeconds(1));
        progress.redraw();

        assertThat(narrow.lines())
                .singleElement()
                .asString()
                .startsWith("web  ")
                .hasSize(12);
        launch(progress);
        assertThat(String.join("", narrow.lines()))
                .as("the last time it is whole")
                .contains("READY     150 s");
    }

    @Test
    void a_keypair_is_told_by_a_short_name() {
        List<String> log = new ArrayList<>();
        ProgressLog progress = new ProgressLog(log::add);
        String name = "ec352e7277f63715b305b9966ee6348c-maven-a9368c89-928f-4559-bf8c-e67335b01708"
                + "-64848a78-52ac-4922-a916-e6ae9b190752-20261129T035937Z";

        progress.accept(new LaunchEvent.Made("web", ResourceType.KEYPAIR, name, Duration.ofSeconds(1)));
        progress.accept(new LaunchEvent.Deleted("web", ResourceType.KEYPAIR, name));
        progress.accept(new LaunchEvent.Left("web", ResourceType.KEYPAIR, name, "it is in use"));

        assertThat(log)
                .containsExactly(
                        "web: keypair made, id maven-64848a78…, after 1.0 s",
                        "web: keypair deleted, id maven-64848a78…",
                        "web: keypair could not be deleted, id " + name + ": it is in use");
    }

    @Test
    void what_a_failed_launch_gives_back_is_told() {
        List<String> log = new ArrayList<>();
        ProgressLog progress = new ProgressLog(log::add);

        progress.accept(new LaunchEvent.Retried("web", 2, "No valid host\nsecond line"));
        progress.accept(new LaunchEvent.Failed(
                "web", new OpenStackException("No valid host\u001b[2J\nsecond line", ""), Duration.ofSeconds(3)));
        progress.accept(new LaunchEvent.Deleting("web", ResourceType.SERVER, "s1", Duration.ZERO));
        progress.accept(new LaunchEvent.Deleting("web", ResourceType.SERVER, "s1", Duration.ofSeconds(15)));
        progress.accept(new LaunchEvent.Deleted("web", ResourceType.SERVER, "s1"));
        progress.accept(new LaunchEvent.Deleted("web", ResourceType.FLOATING_IP, "f1"));
        progress.accept(new LaunchEvent.Left("web", ResourceType.VOLUME, "v1", "it is in use"));
        progress.accept(new LaunchEvent.Kept("web", ResourceType.SERVER, "s1"));
        progress.accept(new LaunchEvent.Reused("web", "s1"));

        assertThat(log)
                .containsExactly(
                        "web: attempt 2, since the one before failed: No valid host",
                        "web: failed after 3.0 s: No valid host",
                        "web: no longer wanted, and being deleted, id s1",
                        "web: still being deleted after 15.0 s, id s1",
                        "web: deleted, id s1",
                        "web: floating ip deleted, id f1",
                        "web: volume could not be deleted, id v1: it is in use",
                        "web: stays, as was asked for, id s1",
                        "web: there already, and taken, id s1");
    }

    @Test
    void a_terminal_has_a_line_a_server_that_changes_in_place() {
        terminal.planned(Examples.plan("web"));
        terminal.planned(Examples.plan("database"));

        assertThat(screen.lines())
                .containsExactly(
                        "web       -           0 s  image debian-12, flavor m1.tiny…",
                        "database  -           0 s  image debian-12, flavor m1.tiny…");

        terminal.accept(new LaunchEvent.StatusChanged("web", "s1", "ACTIVE", Duration.ofSeconds(3)));
        terminal.accept(new LaunchEvent.Waiting("web", "s1", "tcp 22", "refused", Duration.ofSeconds(3)));

        assertThat(screen.lines().get(0)).isEqualTo("web       ACTIVE      3 s  waiting for tcp 22: refused");
        assertThat(screen.lines()).hasSize(2);
    }

    @Test
    void the_seconds_go_on_while_nothing_happens_and_stop_at_the_end() {
        terminal.accept(new LaunchEvent.Waiting("web", "s1", "ssh", "", Duration.ofSeconds(3)));
        time.sleep(Duration.ofSeconds(4));
        terminal.redraw();
        assertThat(screen.lines()).containsExactly("web  -           7 s  waiting for ssh");

        terminal.accept(new LaunchEvent.Ready("web", "s1", Duration.ofSeconds(7)));
        time.sleep(Duration.ofMinutes(1));
        terminal.redraw();
        assertThat(screen.lines()).containsExactly("web  READY       7 s");
    }

    @Test
    void what_others_print_goes_above_and_the_lines_stay_whole() {
        terminal.accept(new LaunchEvent.Requested("web", "s1"));
        terminal.above(() -> screen.accept("[WARNING] something else\n"));
        time.sleep(Duration.ofSeconds(1));
        terminal.redraw();

        assertThat(screen.lines()).containsExactly("[WARNING] something else", "web  BUILD       1 s  asked for");
    }

    @Test
    void after_the_end_the_lines_stay_and_the_log_goes_on_below() {
        terminal.accept(
                new LaunchEvent.Failed("web", new OpenStackException("No valid host", ""), Duration.ofSeconds(5)));
        terminal.accept(new LaunchEvent.Deleting("web", ResourceType.SERVER, "s1", Duration.ZERO));
        terminal.accept(new LaunchEvent.Deleted("web", ResourceType.SERVER, "s1"));
        terminal.close();
        screen.accept("[ERROR] No valid host\n");

        assertThat(screen.lines())
                .containsExactly("web  FAILED      5 s  No valid host; deleted", "[ERROR] No valid host");
    }

    @Test
    void in_the_end_the_reason_of_a_failure_is_whole_however_long() {
        String reason = "ssh to root@192.0.2.7 refuses the key web.pem for 60 s, which is more than a line holds";
        terminal.accept(new LaunchEvent.Failed("web", new OpenStackException(reason, ""), Duration.ofSeconds(5)));
        assertThat(screen.lines()).singleElement().asString().endsWith("…");

        terminal.close();

        assertThat(String.join("", screen.lines())).isEqualTo("web  FAILED      5 s  " + reason);
    }

    @Test
    void a_server_that_is_deleted_since_another_failed_says_so() {
        terminal.accept(new LaunchEvent.Ready("web", "s1", Duration.ofSeconds(7)));
        terminal.accept(new LaunchEvent.Deleting("web", ResourceType.SERVER, "s1", Duration.ZERO));
        assertThat(screen.lines()).singleElement().asString().startsWith("web  DELETING    7 s  no longer wanted");

        terminal.accept(new LaunchEvent.Deleted("web", ResourceType.SERVER, "s1"));
        terminal.accept(new LaunchEvent.Deleting("web", ResourceType.PORT, "p1", Duration.ZERO));
        terminal.accept(new LaunchEvent.Deleted("web", ResourceType.PORT, "p1"));
        assertThat(screen.lines()).containsExactly("web  DELETED     7 s  no longer wanted");

        terminal.accept(new LaunchEvent.Left("web", ResourceType.VOLUME, "v1", "in use"));
        terminal.close();
        assertThat(String.join("", screen.lines())).contains("; volume could not be deleted, id v1: in use");
    }

    @Test
    void why_a_server_failed_is_shown_whatever_becomes_of_it() {
        terminal.accept(
                new LaunchEvent.Failed("web", new OpenStackException("No valid host", ""), Duration.ofSeconds(5)));
        terminal.accept(new LaunchEvent.Kept("web", ResourceType.PORT, "p1"));
        terminal.accept(new LaunchEvent.Kept("web", ResourceType.SERVER, "s1"));
        terminal.close();

        assertThat(String.join("", screen.lines()))
                .isEqualTo("web  FAILED      5 s  No valid host; stays, as was asked for, id s1");
    }

    @Test
    void states_are_coloured_and_take_no_room_for_it() {
        TerminalProgress coloured = new TerminalProgress(screen, time, 60, StateColors.standard(), () -> false);

        coloured.accept(new LaunchEvent.Ready("web", "s1", Duration.ofSeconds(7)));

        assertThat(screen.lines()).containsExactly("web  READY       7 s");
        assertThat(screen.colors()).containsExactly("\u001b[32m", "\u001b[0m");
    }

    @Test
    void once_the_build_ends_nothing_is_drawn_again_and_what_is_told_below_stays() {
        terminal.accept(new LaunchEvent.Requested("web", "s1"));
        over = true;
        screen.accept("[INFO] The build ends, and what it launched with it\n");
        time.sleep(Duration.ofSeconds(1));
        terminal.redraw();
        terminal.above(() -> screen.accept("[INFO] a line\n"));
        terminal.accept(new LaunchEvent.Failed("web", new OpenStackException("interrupted", ""), Duration.ZERO));
        terminal.close();

        assertThat(screen.lines())
                .containsExactly(
                        "web  BUILD       0 s  asked for",
                        "[INFO] The build ends, and what it launched with it",
                        "[INFO] a line");
    }

    @Test
    void what_is_seen_again_and_again_is_told_in_short() {
        List<String> log = new ArrayList<>();

        new ProgressLog(log::add)
                .accept(new LaunchEvent.Waiting("web", "s1", "ssh", "x".repeat(300), Duration.ofSeconds(15)));

        assertThat(log).singleElement().asString().endsWith("…, after 15.0 s").hasSizeLessThan(160);
    }

    @Test
    void more_servers_than_a_screen_holds_are_counted() {
        for (int number = 1; number <= 20; number++) {
            terminal.accept(new LaunchEvent.Requested("web-" + number, "s" + number));
        }

        assertThat(screen.lines()).hasSize(16).endsWith("and 5 more: 5 BUILD");
    }

    @Test
    void no_line_is_as_wide_as_the_terminal_whatever_the_name() {
        terminal.accept(new LaunchEvent.Waiting("世界".repeat(20), "s1", "ssh", "x".repeat(99), Duration.ZERO));

        assertThat(screen.lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(Columns.of(line)).isLessThan(60));
    }

    @Test
    void nothing_a_cloud_or_guest_says_moves_the_cursor_or_hides_what_is_there() {
        String hostile = "\u001b]0;owned\u0007up\u001b[2J\u001b[8m\u009b31m\u202edown\rx";
        terminal.accept(new LaunchEvent.Held("web", "s1", "log", hostile, Duration.ZERO));

        assertThat(screen.lines()).containsExactly("web  -           0 s  up\uFFFDdown x");
    }

    private static void launch(Progress progress) {
        progress.accept(new LaunchEvent.Made("web", ResourceType.PORT, "p1", Duration.ofSeconds(1)));
        progress.accept(new LaunchEvent.Requested("web", "s1"));
        progress.accept(new LaunchEvent.StatusChanged("web", "s1", "BUILD", Duration.ofSeconds(2)));
        progress.accept(new LaunchEvent.StatusChanged("web", "s1", "ACTIVE", Duration.ofSeconds(14)));
        progress.accept(new LaunchEvent.Waiting("web", "s1", "ssh", "", Duration.ofSeconds(14)));
        progress.accept(new LaunchEvent.Waiting("web", "s1", "ssh", "connection refused", Duration.ofSeconds(29)));
        progress.accept(new LaunchEvent.Ready("web", "s1", Duration.ofSeconds(150)));
        progress.close();
    }
}
