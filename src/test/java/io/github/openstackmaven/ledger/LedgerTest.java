package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("openstack/ledger.json");
    }

    @Test
    void what_is_about_to_be_made_is_on_disk_before_its_id_is_known() {
        new Ledger(file).of("http://cloud", "p1").intend("l1", "web");

        assertThat(new Ledger(file).entries())
                .containsExactly(new LedgerEntry("l1", "web", "http://cloud", "p1", Optional.empty()));
    }

    @Test
    void the_id_is_added_and_what_is_gone_is_struck() {
        Journal journal = new Ledger(file).of("http://cloud", "p1");
        journal.intend("l1", "web");
        journal.intend("l2", "db");
        journal.made("l1", "s1");
        journal.gone("l2");

        assertThat(new Ledger(file).entries())
                .containsExactly(new LedgerEntry("l1", "web", "http://cloud", "p1", Optional.of("s1")));
    }

    @Test
    void launches_side_by_side_lose_nothing() {
        Journal journal = new Ledger(file).of("http://cloud", "p1");

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
