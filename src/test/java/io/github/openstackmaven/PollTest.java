package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollTest {
    private final OpenStackException gone = new OpenStackException("gone", "");

    private final SteppedTime time = new SteppedTime();
    private final List<String> told = new ArrayList<>();
    private final List<Duration> looks = new ArrayList<>();
    private boolean wanted = true;

    @Test
    void a_result_ends_it() {
        assertThat(until(Duration.ofMinutes(1), "BUILD", "BUILD", "ACTIVE")).contains("ACTIVE");
        assertThat(looks).hasSize(3);
    }

    @Test
    void what_is_seen_is_told_when_it_changes_and_again_every_15_seconds() {
        until(Duration.ofSeconds(40), "a", "b", "b");

        assertThat(told).startsWith("a", "b", "still b").endsWith("still b");
        assertThat(told).hasSize(4);
    }

    @Test
    void a_last_look_is_taken_when_time_is_up() {
        assertThat(until(Duration.ofMillis(700), "BUILD")).isEmpty();
        assertThat(looks).last().isEqualTo(Duration.ofMillis(700));
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void one_look_is_taken_though_time_is_up_already() {
        assertThat(until(Duration.ZERO, "BUILD")).isEmpty();
        assertThat(looks).hasSize(1);
    }

    @Test
    void what_is_no_longer_wanted_is_not_looked_at_again() {
        wanted = false;

        assertThatThrownBy(() -> until(Duration.ofMinutes(1), "BUILD")).hasMessage("no longer wanted");
        assertThat(looks).hasSize(1);
    }

    @Test
    void what_is_missing_for_once_is_waited_for() {
        assertThat(until(Duration.ofMinutes(1), "missing", "missing", "BUILD", "missing", "missing", "ACTIVE"))
                .contains("ACTIVE");
    }

    @Test
    void what_is_missing_for_five_seconds_and_three_looks_is_gone() {
        assertThatThrownBy(() -> until(Duration.ofMinutes(1), "missing")).isSameAs(gone);
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
    }

    @Test
    void who_asks_to_be_left_alone_is_as_long_as_there_is_time_for_some_looks_more() {
        Poll poll = poll(Duration.ofSeconds(30));

        poll.until(left -> looked(Poll.Look.<String>notYet("busy").leftAlone(Duration.ofMinutes(1))));

        assertThat(looks.get(1)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void what_is_in_doubt_is_looked_at_again_soon() {
        Poll poll = poll(Duration.ofSeconds(30));

        poll.until(left -> looked(Poll.Look.<String>notYet("in doubt").again(Duration.ofMillis(500))));

        assertThat(looks).hasSizeGreaterThan(60);
    }

    @Test
    void a_look_that_took_its_time_needs_no_pause_after_it() {
        Poll poll = poll(Duration.ofSeconds(3));

        poll.until(left -> {
            time.sleep(Duration.ofSeconds(1));
            return looked(Poll.Look.<String>notYet("slow"));
        });

        assertThat(looks).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void an_interrupt_ends_it_and_the_thread_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> until(Duration.ofMinutes(1), "BUILD"))
                .isInstanceOf(InterruptedWaitException.class)
                .hasMessage("Interrupted while waiting for the servers");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Optional<String> until(Duration patience, String... seen) {
        Iterator<String> words = List.of(seen).iterator();
        String[] now = {""};
        return poll(patience).until(left -> {
            if (words.hasNext()) now[0] = words.next();
            return looked(
                    switch (now[0]) {
                        case "ACTIVE" -> Poll.Look.done(now[0]);
                        case "missing" -> Poll.Look.missing(gone);
                        default -> Poll.Look.notYet(now[0]);
                    });
        });
    }

    private Poll.Look<String> looked(Poll.Look<String> look) {
        looks.add(time.elapsed());
        return look;
    }

    private Poll poll(Duration patience) {
        return new Poll(
                time,
                SteppedTime.schedule(),
                time.now().plus(patience),
                "waiting for the servers",
                new Poll.Listener() {
                    @Override
                    public void changed(String words) {
                        told.add(words);
                    }

                    @Override
                    public void still(String words) {
                        told.add("still " + words);
                    }

                    @Override
                    public void demandWanted() {
                        if (!wanted) throw new OpenStackException("no longer wanted", "");
                    }
                });
    }
}
