package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.LedgerEntry.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        journal = new Ledger(file).of("b1", PLACE, new SteppedTime());
    }

    @Test
    void what_is_about_to_be_made_is_on_disk_before_its_id_is_known() {
        journal.intend("l1", "web");

        assertThat(new Ledger(file).entries())
                .containsExactly(new LedgerEntry("l1", "b1", "web", PLACE, SteppedTime.START, Optional.empty()));
    }

    @Test
    void the_id_is_added_and_what_was_not_made_is_struck() {
        journal.intend("l1", "web");
        journal.intend("l2", "db");
        journal.made("l1", "web", "s1");
        journal.notMade("l2");

        assertThat(new Ledger(file).entries())
                .containsExactly(new LedgerEntry("l1", "b1", "web", PLACE, SteppedTime.START, Optional.of("s1")));
    }

    @Test
    void an_id_is_not_lost_when_its_intent_was_struck() {
        journal.intend("l1", "web");
        new Ledger(file).strike("l1");
        journal.made("l1", "web", "s1");

        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::id).containsExactly(Optional.of("s1"));
    }

    @Test
    void launches_side_by_side_lose_nothing() {
        IntStream.range(0, 50).parallel().forEach(number -> journal.intend("l" + number, "web"));

        assertThat(new Ledger(file).entries()).hasSize(50);
    }

    @Test
    void a_file_that_is_no_ledger_is_named() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "nonsense");

        assertThatThrownBy(() -> new Ledger(file).entries()).hasMessage(file + " is no ledger of this plugin");
    }
}
