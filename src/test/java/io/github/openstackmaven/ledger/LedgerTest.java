package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.LedgerEntry.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        journal.intend(ResourceType.SERVER, "l1", "web");

        assertThat(new Ledger(file).entries())
                .containsExactly(LedgerEntry.builder(ResourceType.SERVER, "l1", "web")
                        .build("b1")
                        .place(PLACE)
                        .keep(Keep.NEVER)
                        .at(SteppedTime.START)
                        .lease(Optional.of(Duration.ofMinutes(30)))
                        .entry());
    }

    @Test
    void an_interrupt_keeps_nothing_off_the_record_and_is_not_lost() {
        Thread.currentThread().interrupt();
        journal.made(ResourceType.SERVER, "l1", "web", "s1");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(new Ledger(file).entries())
                .extracting(entry -> entry.id().orElseThrow())
                .containsExactly("s1");
    }

    @Test
    void the_id_is_added_and_what_was_not_made_is_struck() {
        journal.intend(ResourceType.SERVER, "l1", "web");
        journal.intend(ResourceType.SERVER, "l2", "db");
        journal.made(ResourceType.SERVER, "l1", "web", "s1");
        journal.strike("l2");

        assertThat(new Ledger(file).entries())
                .containsExactly(LedgerEntry.builder(ResourceType.SERVER, "l1", "web")
                        .build("b1")
                        .place(PLACE)
                        .keep(Keep.NEVER)
                        .at(SteppedTime.START)
                        .id(Optional.of("s1"))
                        .lease(Optional.of(Duration.ofMinutes(30)))
                        .entry());
    }

    @Test
    void which_module_launched_a_thing_is_written_down() {
        new Ledger(file)
                .of("b1", "g:a", PLACE, Lifetime.standard(Keep.NEVER), new SteppedTime())
                .intend(ResourceType.SERVER, "l1", "web");

        assertThat(new Ledger(file).entries())
                .singleElement()
                .matches(entry -> entry.isLaunchedBy("g:a"))
                .matches(entry -> !entry.isLaunchedBy("g:b"));
    }

    @Test
    void an_id_is_not_lost_when_its_intent_was_struck() {
        journal.intend(ResourceType.SERVER, "l1", "web");
        new Ledger(file).strike("l1");
        journal.made(ResourceType.SERVER, "l1", "web", "s1");

        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::id).containsExactly(Optional.of("s1"));
    }

    @Test
    void the_private_key_of_a_keypair_that_was_refused_or_rolled_back_goes_with_its_entry() throws IOException {
        Path refused = Files.writeString(folder.resolve("web.pem"), "secret");
        Path rolledBack = Files.writeString(folder.resolve("db.pem"), "secret");
        Path released = Files.writeString(folder.resolve("mine.pem"), "secret");
        journal.intend(ResourceType.KEYPAIR, "l1", "web", refused);
        journal.intend(ResourceType.KEYPAIR, "l2", "db", rolledBack);
        journal.intend(ResourceType.KEYPAIR, "l3", "mine", released);

        journal.refused("l1");
        journal.strike("l2");
        journal.release("l3");

        assertThat(refused).doesNotExist();
        assertThat(rolledBack).doesNotExist();
        assertThat(released).exists();
        assertThat(new Ledger(file).entries()).isEmpty();
    }

    @Test
    void what_was_deleted_is_struck_and_its_private_key_is_deleted() throws IOException {
        Path key = Files.writeString(Files.createDirectories(file.getParent()).resolve("id_ecdsa"), "secret");
        journal.intend(ResourceType.KEYPAIR, "l1", "key", key);
        journal.made(ResourceType.KEYPAIR, "l1", "key", "key");
        journal.made(ResourceType.SERVER, "l2", "web", "s1");

        new Ledger(file).gone(entry -> entry.isOf(ResourceType.KEYPAIR, "key", Optional.empty()));

        assertThat(key).doesNotExist();
        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::name).containsExactly("web");
    }

    @Test
    void what_is_gone_at_the_same_time_is_looked_for_once_and_struck_in_one_rewrite() {
        List<String> launches = IntStream.range(0, 20).mapToObj(i -> "l" + i).toList();
        launches.forEach(launch -> journal.made(ResourceType.SERVER, launch, launch, launch));
        AtomicInteger reads = new AtomicInteger();
        Ledger counted = new Ledger(file, warning -> {}, () -> {
            reads.incrementAndGet();
            return "";
        });

        counted.gone(launches.subList(1, 20));

        assertThat(reads).hasValue(2);
        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::launch).containsExactly("l0");
    }

    @Test
    void a_key_that_can_t_be_deleted_stays_on_record_and_keeps_nothing_else_there() throws IOException {
        Path stuck = Files.createDirectories(folder.resolve("stuck"));
        Files.writeString(stuck.resolve("inside"), "a folder that is not empty can't be deleted");
        journal.intend(ResourceType.KEYPAIR, "l1", "key", stuck);
        journal.made(ResourceType.SERVER, "l2", "web", "s1");

        assertThatThrownBy(() -> new Ledger(file).gone(List.of("l1", "l2")))
                .hasMessageStartingWith("Cannot delete " + stuck);

        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::launch).containsExactly("l1");
    }

    @Test
    void each_key_that_can_t_be_deleted_is_told() throws IOException {
        for (String name : List.of("one", "other")) {
            Path stuck = Files.createDirectories(folder.resolve(name));
            Files.writeString(stuck.resolve("inside"), "a folder that is not empty can't be deleted");
            journal.intend(ResourceType.KEYPAIR, name, "key", stuck);
        }

        assertThatThrownBy(() -> new Ledger(file).gone(List.of("one", "other")))
                .hasMessageStartingWith("Cannot delete " + folder.resolve("one"))
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("Cannot delete " + folder.resolve("other")));
    }

    @Test
    void what_several_threads_write_down_during_a_rewrite_is_written_in_one() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(1);
        AtomicInteger rewrites = new AtomicInteger();
        Journal slow = new Ledger(file, warning -> {}, () -> {
                    if (rewrites.incrementAndGet() == 1) await(all);
                    return "";
                })
                .of("b1", PLACE, Keep.NEVER, new SteppedTime());

        writeTogether(slow, all, failure -> {});

        assertThat(rewrites).hasValue(2);
        assertThat(new Ledger(file).entries()).hasSize(20);
    }

    @Test
    void each_of_them_is_told_why_it_is_not_written() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(1);
        AtomicInteger rewrites = new AtomicInteger();
        Journal full = new Ledger(file, warning -> {}, () -> {
                    if (rewrites.incrementAndGet() > 1) throw new OpenStackException("disk full", "");
                    await(all);
                    return "";
                })
                .of("b1", PLACE, Keep.NEVER, new SteppedTime());
        Queue<String> told = new ConcurrentLinkedQueue<>();

        writeTogether(full, all, failure -> told.add(failure.getMessage()));

        assertThat(told).hasSize(19).containsOnly("disk full");
        assertThat(new Ledger(file).entries()).hasSize(1);
    }

    // The first of 20 writes until all others wait for it.
    private static void writeTogether(Journal journal, CountDownLatch all, Consumer<RuntimeException> failures)
            throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 20)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        journal.intend(ResourceType.SERVER, "l" + i, "web-" + i);
                    } catch (RuntimeException e) {
                        failures.accept(e);
                    }
                }))
                .toList();
        threads.get(0).start();
        while (threads.get(0).getState() != Thread.State.WAITING) Thread.onSpinWait();
        threads.stream().skip(1).forEach(Thread::start);
        while (threads.stream()
                        .filter(one -> one.getState() == Thread.State.BLOCKED)
                        .count()
                < 19) Thread.onSpinWait();
        all.countDown();
        for (Thread one : threads) one.join();
    }

    @Test
    void that_it_can_t_be_written_is_told() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(folder.resolve("no-folder"), "");
        Journal nowhere =
                new Ledger(folder.resolve("no-folder/ledger.json")).of("b1", PLACE, Keep.NEVER, new SteppedTime());

        assertThatThrownBy(() -> nowhere.intend(ResourceType.SERVER, "l1", "web"))
                .isInstanceOf(OpenStackException.class)
                .hasMessageStartingWith("Cannot write ");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_is_the_users_now_is_no_longer_on_record() {
        journal.made(ResourceType.VOLUME, "l1", "data", "v1");
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
        launch.made(ResourceType.SERVER, "l1", "web", "s1");
        launch.made(ResourceType.SERVER, "l2", "db", "s2");

        launch.keep(List.of("l1"));
        assertThat(entry("l1"))
                .matches(entry ->
                        entry.keep() == Keep.ALWAYS && entry.lease().equals(Optional.of(Duration.ofMinutes(5))));

        launch.settled(List.of("l1"));
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
                .matches(entry -> entry.kind() == ResourceType.SERVER && entry.keep() == Keep.ALWAYS)
                .matches(entry -> entry.isLaunchedBy("g:a"))
                .hasToString("server 'web' (s1)");
    }

    @Test
    void a_file_that_a_power_cut_left_empty_is_an_empty_ledger() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");

        assertThat(new Ledger(file).entries()).isEmpty();
    }

    @Test
    void who_is_interrupted_writes_down_what_it_made_all_the_same() {
        Thread.currentThread().interrupt();
        journal.intend(ResourceType.SERVER, "l1", "web");
        journal.made(ResourceType.SERVER, "l1", "web", "s1");
        List<LedgerEntry> read = new Ledger(file).entries();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(read).extracting(LedgerEntry::id).containsExactly(Optional.of("s1"));
    }

    @Test
    void launches_side_by_side_lose_nothing() {
        IntStream.range(0, 50).parallel().forEach(number -> journal.intend(ResourceType.SERVER, "l" + number, "web"));

        assertThat(new Ledger(file).entries()).hasSize(50);
    }

    @Test
    void what_was_written_is_known_when_the_file_has_gone_and_is_written_again() throws IOException {
        List<String> warnings = new ArrayList<>();
        Ledger ledger = new Ledger(file, warnings::add);
        Journal ours = ledger.of("b1", PLACE, Keep.NEVER, new SteppedTime());
        ours.intend(ResourceType.KEYPAIR, "l1", "key", folder.resolve("id_ecdsa"));
        ours.made(ResourceType.KEYPAIR, "l1", "key", "key");
        ours.made(ResourceType.SERVER, "l2", "gone", "s2");
        ours.strike("l2");
        List<LedgerEntry> before = ledger.entries();
        Files.delete(file);

        assertThat(ledger.entries()).isEqualTo(before).hasSize(1);
        assertThat(ledger.entries()).isEqualTo(before);
        ours.made(ResourceType.SERVER, "l3", "web", "s3");

        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::launch).containsExactly("l1", "l3");
        assertThat(warnings).singleElement().asString().startsWith(file + " has gone: ");
    }

    @Test
    void so_it_is_when_the_file_is_broken_or_another_builds() throws IOException {
        List<String> warnings = new ArrayList<>();
        Ledger ledger = new Ledger(file, warnings::add);
        Journal ours = ledger.of("b1", PLACE, Keep.NEVER, new SteppedTime());
        ours.made(ResourceType.SERVER, "l1", "web", "s1");

        Files.writeString(file, "nonsense");
        assertThat(ledger.entries()).extracting(LedgerEntry::launch).containsExactly("l1");
        Files.delete(file);
        new Ledger(file).of("b2", PLACE, Keep.NEVER, new SteppedTime()).made(ResourceType.SERVER, "l2", "db", "s2");
        assertThat(ledger.entries()).extracting(LedgerEntry::launch).containsExactly("l2", "l1");

        assertThat(warnings).singleElement().asString().startsWith(file + " is no ledger of this plugin: ");
    }

    @Test
    void what_another_class_loader_has_written_is_known_when_the_file_has_gone() throws IOException {
        Ledger ours = new Ledger(file);
        Ledger theirs = new Ledger(file, warning -> {}, ours::memory);
        ours.of("b1", PLACE, Keep.ON_FAILURE, new SteppedTime()).made(ResourceType.SERVER, "l1", "web", "s1");
        ours.of("b1", PLACE, Keep.NEVER, new SteppedTime()).made(ResourceType.SERVER, "l2", "db", "s2");
        Files.delete(file);

        assertThat(theirs.entries()).isEqualTo(ours.entries()).hasSize(2);
        theirs.strike("l1");

        assertThat(theirs.entries()).extracting(LedgerEntry::launch).containsExactly("l2");
    }

    @Test
    void a_build_in_the_same_tree_that_cleans_and_writes_its_own_takes_nothing_from_the_end_of_another()
            throws IOException {
        Ledger ours = new Ledger(file);
        Ledger endOfOurs = new Ledger(file, warning -> {}, ours::memory);
        ours.of("b1", PLACE, Keep.NEVER, new SteppedTime()).made(ResourceType.SERVER, "l1", "web", "s1");
        ours.of("b1", PLACE, Keep.NEVER, new SteppedTime()).made(ResourceType.PORT, "l2", "web-port", "p1");
        Files.delete(file);
        new Ledger(file).of("b2", PLACE, Keep.NEVER, new SteppedTime()).made(ResourceType.SERVER, "l3", "web", "s3");

        assertThat(endOfOurs.entries()).extracting(LedgerEntry::launch).containsExactly("l3", "l1", "l2");
        assertThat(endOfOurs.has("l1")).isTrue();

        endOfOurs.strike("l1");
        assertThat(endOfOurs.entries()).extracting(LedgerEntry::launch).containsExactly("l3", "l2");
        new Ledger(file).strike("l2");
        new Ledger(file).strike("l3");
        assertThat(endOfOurs.entries())
                .as("what another struck may be there")
                .extracting(LedgerEntry::launch)
                .containsExactly("l2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resources\": [null]}",
                "{\"resources\": null}",
                "{}",
                "{\"resources\": [null, {\"launch\": null, \"kind\": null, \"id\": null, \"place\": null}, null]}"
            })
    void what_is_nothing_in_a_file_is_passed_over(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);

        assertThat(new Ledger(file).entries()).hasSizeLessThanOrEqualTo(1);
        journal.made(ResourceType.SERVER, "l1", "web", "s1");
        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::launch).contains("l1");
    }

    @Test
    void a_ledger_that_nothing_was_written_to_warns_of_nothing() {
        List<String> warnings = new ArrayList<>();

        assertThat(new Ledger(file, warnings::add).entries()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void nor_does_one_whose_file_is_there() {
        List<String> warnings = new ArrayList<>();
        Ledger ledger = new Ledger(file, warnings::add);
        ledger.of("b1", PLACE, Keep.NEVER, new SteppedTime()).intend(ResourceType.SERVER, "l1", "web");

        assertThat(ledger.entries()).hasSize(1);
        assertThat(warnings).isEmpty();
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
