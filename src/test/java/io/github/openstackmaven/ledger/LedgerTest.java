package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.LedgerEntry.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final Place PLACE = new Place("http://cloud", "one", "");

    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("openstack/ledger.json");
        journal = new Ledger(file).of("b1", PLACE, Keep.NEVER, new SteppedTime());
    }

    @Test
    void what_is_about_to_be_made_is_on_disk_before_its_id_is_known() {
        journal.intend(Kind.SERVER, "l1", "web");

        assertThat(new Ledger(file).entries())
                .containsExactly(new LedgerEntry(
                        Kind.SERVER,
                        "l1",
                        "b1",
                        "web",
                        PLACE,
                        Keep.NEVER,
                        SteppedTime.START,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofMinutes(30)),
                        Optional.empty()));
    }

    @Test
    void the_id_is_added_and_what_was_not_made_is_struck() {
        journal.intend(Kind.SERVER, "l1", "web");
        journal.intend(Kind.SERVER, "l2", "db");
        journal.made(Kind.SERVER, "l1", "web", "s1");
        journal.strike("l2");

        assertThat(new Ledger(file).entries())
                .containsExactly(new LedgerEntry(
                        Kind.SERVER,
                        "l1",
                        "b1",
                        "web",
                        PLACE,
                        Keep.NEVER,
                        SteppedTime.START,
                        Optional.of("s1"),
                        Optional.empty(),
                        Optional.of(Duration.ofMinutes(30)),
                        Optional.empty()));
    }

    @Test
    void an_id_is_not_lost_when_its_intent_was_struck() {
        journal.intend(Kind.SERVER, "l1", "web");
        new Ledger(file).strike("l1");
        journal.made(Kind.SERVER, "l1", "web", "s1");

        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::id).containsExactly(Optional.of("s1"));
    }

    @Test
    void what_was_deleted_is_struck_and_its_private_key_is_deleted() throws IOException {
        Path key = Files.writeString(Files.createDirectories(file.getParent()).resolve("id_ecdsa"), "secret");
        journal.intend(Kind.KEYPAIR, "l1", "key", key);
        journal.made(Kind.KEYPAIR, "l1", "key", "key");
        journal.made(Kind.SERVER, "l2", "web", "s1");

        new Ledger(file)
                .gone(new Resource(Kind.KEYPAIR, "key", "key", Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(key).doesNotExist();
        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::name).containsExactly("web");
    }

    @Test
    void what_is_the_users_now_is_no_longer_on_record() {
        journal.made(Kind.VOLUME, "l1", "data", "v1");
        journal.release("l1");

        assertThat(new Ledger(file).entries()).isEmpty();
    }

    @Test
    void what_stays_needs_no_heartbeat_once_the_cloud_knows_until_when() {
        Duration day = Duration.ofDays(1);
        Journal launch = new Ledger(file)
                .of(
                        "b1",
                        PLACE,
                        new Lifetime(Keep.ON_FAILURE, Duration.ofMinutes(5), Optional.of(day)),
                        new SteppedTime());
        launch.made(Kind.SERVER, "l1", "web", "s1");
        launch.made(Kind.SERVER, "l2", "db", "s2");

        launch.keep("l1");
        assertThat(entry("l1"))
                .matches(entry ->
                        entry.keep() == Keep.ALWAYS && entry.lease().equals(Optional.of(Duration.ofMinutes(5))));

        launch.settled("l1");
        assertThat(entry("l1"))
                .matches(entry -> entry.lease().isEmpty() && entry.ttl().equals(Optional.of(day)));
        assertThat(entry("l2"))
                .matches(entry ->
                        entry.keep() == Keep.ON_FAILURE && entry.lease().isPresent());
    }

    @Test
    void what_an_older_version_wrote_is_a_kept_server() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"servers\": [{\"launch\": \"l1\", \"name\": \"web\", \"id\": \"s1\", \"new\": 1}]}");

        assertThat(new Ledger(file).entries())
                .singleElement()
                .matches(entry -> entry.kind() == Kind.SERVER && entry.keep() == Keep.ALWAYS)
                .hasToString("server 'web' (s1)");
    }

    @Test
    void a_file_that_a_power_cut_left_empty_is_an_empty_ledger() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");

        assertThat(new Ledger(file).entries()).isEmpty();
    }

    @Test
    void launches_side_by_side_lose_nothing() {
        IntStream.range(0, 50).parallel().forEach(number -> journal.intend(Kind.SERVER, "l" + number, "web"));

        assertThat(new Ledger(file).entries()).hasSize(50);
    }

    @Test
    void a_file_that_is_no_ledger_is_named() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "nonsense");

        assertThatThrownBy(() -> new Ledger(file).entries()).hasMessage(file + " is no ledger of this plugin");
    }

    private LedgerEntry entry(String launch) {
        return new Ledger(file)
                .entries().stream()
                        .filter(one -> one.launch().equals(launch))
                        .findFirst()
                        .orElseThrow();
    }
}
