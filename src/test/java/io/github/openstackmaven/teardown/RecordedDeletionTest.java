package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.LedgerEntry.Place;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on record is struck only once it is gone for certain. */
class RecordedDeletionTest {
    private static final Place HERE = new Place("https://cloud", "RegionOne", "p1");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RehearsedCloud cloud = new RehearsedCloud();
    private final SteppedTime time = new SteppedTime();
    private final List<String> told = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Ledger ledger;
    private Journal journal;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        ledger = new Ledger(folder.resolve("ledger.json"));
        journal = ledger.of("b1", HERE, Keep.NEVER, time);
    }

    @Test
    void it_is_found_by_its_id_or_where_the_answer_was_lost_by_its_mark() {
        made(ResourceType.SERVER, "web");
        cloud.marked(ResourceType.VOLUME, "data", Optional.empty());
        journal.intend(ResourceType.VOLUME, "launch-of-data", "data");

        assertThat(delete(false)).isEmpty();

        assertThat(cloud.ids()).isEmpty();
        assertThat(ledger.entries()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void a_look_that_sees_nothing_proves_nothing(ResourceType kind) {
        made(kind, "thing");
        cloud.hide("thing", 1);

        assertThat(delete(false)).isEmpty();

        assertThat(cloud.ids()).isEmpty();
        assertThat(told).contains(kind == ResourceType.SERVER ? "thing: gone" : kind.label() + " thing: gone");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void nor_do_looks_and_deletes_for_a_while(int answers) {
        made(ResourceType.SERVER, "web");
        cloud.hide("web", answers);

        delete(false);

        assertThat(cloud.ids()).isEmpty();
    }

    @Test
    void what_the_cloud_says_to_be_gone_for_seconds_is_struck() {
        journal.made(ResourceType.SERVER, "l1", "web", "web");

        assertThat(delete(false)).isEmpty();

        assertThat(ledger.entries()).isEmpty();
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void an_answer_that_nobody_can_read_is_asked_for_again(ResourceType kind) {
        made(kind, "thing");
        made(ResourceType.SERVER, "web");
        cloud.confuse("thing", 5);

        assertThat(delete(false)).isEmpty();

        assertThat(cloud.ids()).isEmpty();
        assertThat(warnings).singleElement().asString().contains("An answer that no service should give");
    }

    @Test
    void an_image_that_was_finished_is_no_builds_any_more() {
        journal.made(ResourceType.IMAGE, "l1", "image", "image");
        cloud.put(ResourceType.IMAGE, "image", Optional.of(Mark.ofItself("image", "g:a", Optional.empty())));

        assertThat(delete(false)).isEmpty();

        assertThat(cloud.ids()).containsExactly("image");
    }

    @Test
    void what_may_yet_appear_stays_on_record_and_what_has_not_for_long_is_struck() {
        journal.intend(ResourceType.SERVER, "l2", "db");
        time.sleep(Duration.ofMinutes(11));
        journal.intend(ResourceType.SERVER, "l3", "cache");

        assertThat(delete(false)).isEmpty();

        assertThat(ledger.entries()).extracting(LedgerEntry::launch).containsExactly("l3");
    }

    @Test
    void a_list_that_is_empty_for_a_while_hides_nothing_whose_answer_was_lost() {
        cloud.marked(ResourceType.SERVER, "web", Optional.empty());
        journal.intend(ResourceType.SERVER, "launch-of-web", "web");
        time.sleep(Duration.ofMinutes(11));
        cloud.emptyLists(ResourceType.SERVER, 3);

        delete(false);

        assertThat(cloud.ids()).isEmpty();
        assertThat(ledger.entries()).isEmpty();
    }

    @Test
    void what_can_not_be_looked_for_is_told_once_and_keeps_nothing_else() {
        cloud.forbid(ResourceType.VOLUME);
        journal.intend(ResourceType.VOLUME, "launch-of-data", "data");
        made(ResourceType.SERVER, "web");

        assertThat(delete(false)).isEmpty();

        assertThat(cloud.ids()).isEmpty();
        assertThat(ledger.entries()).extracting(LedgerEntry::name).containsExactly("data");
        assertThat(warnings).containsExactly("volume 'data' stays on record: not allowed");
    }

    @Test
    void what_has_lost_its_marks_stays_unless_forced() {
        cloud.put(ResourceType.SERVER, "web", Optional.empty());
        journal.made(ResourceType.SERVER, "l1", "web", "web");

        assertThat(delete(false)).isEmpty();
        assertThat(cloud.deletes()).isEmpty();
        assertThat(ledger.entries()).hasSize(1);
        assertThat(warnings).singleElement().asString().contains("has lost the plugin's marks");

        assertThat(delete(true)).isEmpty();
        assertThat(cloud.ids()).isEmpty();
    }

    @Test
    void a_look_that_sees_no_marks_for_once_proves_nothing_either() {
        made(ResourceType.SERVER, "web");
        Resource marked = cloud.find(ResourceType.SERVER, "web").orElseThrow();
        cloud.put(ResourceType.SERVER, "web", Optional.empty());
        cloud.beforeLookAt("web", new Runnable() {
            private int looks;

            @Override
            public void run() {
                if (++looks == 2) cloud.put(ResourceType.SERVER, "web", marked.mark());
            }
        });

        assertThat(delete(false)).isEmpty();
        assertThat(cloud.ids()).isEmpty();
    }

    @Test
    void a_double_that_goes_does_not_strike_the_other() {
        made(ResourceType.SERVER, "web");
        Mark mark = cloud.find(ResourceType.SERVER, "web").orElseThrow().mark().orElseThrow();
        Resource twin = cloud.put(ResourceType.SERVER, "twin", Optional.of(mark));

        ledger.gone(entry -> entry.isOf(twin.kind(), twin.id(), twin.mark()));

        assertThat(ledger.entries()).extracting(LedgerEntry::name).containsExactly("web");
    }

    private void made(ResourceType kind, String id) {
        cloud.marked(kind, id, Optional.empty());
        journal.made(kind, "launch-of-" + id, id, id);
    }

    private List<NotDeleted> delete(boolean force) {
        List<Candidate> all = new DeletionCandidates(cloud, time, force, Runnable::run, warnings::add)
                .of(ledger, HERE, entry -> true);
        return new Teardown(
                        cloud,
                        time,
                        SteppedTime.schedule(),
                        Runnable::run,
                        new TeardownLog(ledger, line -> told.add(line), warnings::add))
                .delete(() -> all, MINUTE);
    }
}
