package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry.Place;
import io.github.openstackmaven.ledger.Lifetime;
import io.github.openstackmaven.ledger.ResourceType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeartbeatTest {
    private static final Place HERE = new Place("https://cloud", "RegionOne", "p1");
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final RehearsedCloud cloud = new RehearsedCloud();
    private final List<String> debug = new ArrayList<>();
    private Ledger ledger;

    @TempDir
    private Path folder;

    @BeforeEach
    void launch() {
        ledger = new Ledger(folder.resolve("ledger.json"));
        made("b1", HERE, Keep.NEVER, "web");
        cloud.marked(ResourceType.SERVER, "web", Optional.empty());
    }

    @Test
    void a_living_build_renews_its_servers_three_times_a_lease() {
        made("b1", HERE, Keep.ON_FAILURE, "db");

        beat(2);

        assertThat(cloud.renewals())
                .containsExactly(
                        "web until 2026-11-24T12:40:00Z",
                        "db until 2026-11-24T12:40:00Z",
                        "web until 2026-11-24T12:50:00Z",
                        "db until 2026-11-24T12:50:00Z");
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void without_a_server_whatever_it_has_launched_is_renewed(ResourceType kind) {
        ledger.gone(List.of("launch-of-web"));
        thing(kind);

        beat(1);

        assertThat(cloud.renewals()).containsExactly("thing until 2026-11-24T12:40:00Z");
    }

    @ParameterizedTest
    @EnumSource(value = ResourceType.class, names = "SERVER", mode = EnumSource.Mode.EXCLUDE)
    void a_server_that_is_renewed_keeps_all_of_its_build_alive(ResourceType kind) {
        thing(kind);

        beat(1);

        assertThat(cloud.renewals()).containsExactly("web until 2026-11-24T12:40:00Z");
    }

    @Test
    void what_no_server_keeps_alive_is_renewed_by_itself() {
        cloud.refuse("web", 1);
        thing(ResourceType.PORT);

        beat(2);

        assertThat(cloud.renewals())
                .containsExactly("thing until 2026-11-24T12:40:00Z", "web until 2026-11-24T12:50:00Z");
    }

    @Test
    void nothing_is_looked_up() {
        thing(ResourceType.VOLUME);

        beat(2);

        assertThat(cloud.looked()).isEmpty();
    }

    @Test
    void what_is_kept_or_another_builds_or_elsewhere_is_not_renewed() {
        made("b1", HERE, Keep.ALWAYS, "kept");
        ledger.settled(List.of("launch-of-kept"));
        made("b2", HERE, Keep.NEVER, "foreign");
        made("b1", new Place("https://elsewhere", "", ""), Keep.NEVER, "far");

        beat(1);

        assertThat(cloud.renewals()).hasSize(1);
    }

    @Test
    void a_server_that_takes_no_metadata_now_is_told_once_and_tried_again() {
        cloud.refuse("web", 2);

        beat(3);

        assertThat(debug).containsExactly("The lease of web was not renewed: in BUILD");
        assertThat(cloud.renewals()).hasSize(1);
    }

    @Test
    void a_launch_of_another_lease_has_a_heartbeat_of_its_own() {
        Lifetime shorter = new Lifetime(Keep.NEVER, Duration.ofMinutes(3), Optional.empty());
        ledger.of("b1", HERE, shorter, new BeatingTime(0)).made(ResourceType.SERVER, "launch-of-db", "db", "db");

        beat(1);
        heartbeat(new BeatingTime(1), shorter.lease()).run();

        assertThat(cloud.renewals()).containsExactly("web until 2026-11-24T12:40:00Z", "db until 2026-11-24T12:04:00Z");
    }

    @Test
    void what_took_no_mark_when_it_was_to_be_kept_is_told_with_the_next_beat_until_when_it_is() {
        kept("db", Optional.of(Duration.ofDays(1)));
        kept("cache", Optional.empty());

        beat(2);

        assertThat(cloud.renewals())
                .filteredOn(line -> !line.startsWith("web"))
                .containsExactly("db until 2026-11-25T12:10:00Z", "cache until ever");
    }

    @Test
    void a_beat_that_a_launch_overtakes_does_not_have_the_last_word_on_what_is_kept() {
        cloud.onceRenewed(
                "web",
                () -> ledger.of("b1", HERE, Keep.NEVER, new BeatingTime(0)).keep(List.of("launch-of-web")));

        beat(1);

        assertThat(cloud.renewals()).containsExactly("web until 2026-11-24T12:40:00Z", "web until ever");
        assertThat(ledger.entries())
                .singleElement()
                .matches(entry -> entry.lease().isEmpty());
    }

    @Test
    void once_stopped_nothing_is_renewed() {
        Heartbeat heartbeat = heartbeat(new BeatingTime(1));
        heartbeat.stop();

        heartbeat.run();

        assertThat(cloud.renewals()).isEmpty();
    }

    private void beat(int times) {
        heartbeat(new BeatingTime(times)).run();
        assertThat(Thread.interrupted()).isTrue();
    }

    private Heartbeat heartbeat(Time time) {
        return heartbeat(time, Duration.ofMinutes(30));
    }

    private Heartbeat heartbeat(Time time, Duration lease) {
        return new Heartbeat(ledger, "b1", HERE, cloud, time, lease, debug::add);
    }

    private void thing(ResourceType kind) {
        ledger.of("b1", HERE, Keep.NEVER, new BeatingTime(0)).made(kind, "launch-of-thing", "thing", "thing");
    }

    private void kept(String id, Optional<Duration> ttl) {
        cloud.marked(ResourceType.SERVER, id, Optional.empty());
        Journal launch =
                ledger.of("b1", HERE, new Lifetime(Keep.ON_FAILURE, Duration.ofMinutes(30), ttl), new BeatingTime(0));
        launch.made(ResourceType.SERVER, "launch-of-" + id, id, id);
        launch.keep(List.of("launch-of-" + id));
    }

    private void made(String build, Place place, Keep keep, String id) {
        ledger.of(build, place, keep, new BeatingTime(0)).made(ResourceType.SERVER, "launch-of-" + id, id, id);
    }

    /** Lets so many sleeps pass, and interrupts the next. */
    private static final class BeatingTime implements Time {
        private final int sleeps;
        private int slept;
        private Instant now = START;

        BeatingTime(int sleeps) {
            this.sleeps = sleeps;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (slept++ == sleeps) throw new InterruptedException();
            now = now.plus(duration);
        }
    }
}
