package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    private static final Secret KEY = Secret.of("the key\n");
    private static final String KEYPAIR = "maven-b1-web";

    @TempDir
    Path folder;

    private Ledger ledger;
    private KeyFolder keys;
    private Journal journal;

    @BeforeEach
    void open() {
        ledger = new Ledger(folder.resolve("ledger.json"));
        keys = new KeyFolder(folder, ledger);
        journal = ledger.of("b1", new LedgerEntry.Place("http://cloud", "", ""), Keep.ALWAYS, new SteppedTime());
    }

    @Test
    void a_keys_file_is_called_as_the_server() {
        assertThat(keys.write("web", KEY)).isEqualTo(folder.resolve("web.pem")).hasContent("the key\n");
    }

    @Test
    void no_name_leads_out_of_the_folder() {
        assertThat(keys.write("../we/b", KEY)).isEqualTo(folder.resolve("we-b.pem"));
    }

    @Test
    void another_launchs_key_is_not_overwritten() {
        Path kept = keys.write("web", Secret.of("kept\n"));

        assertThat(keys.write("web", KEY)).isEqualTo(folder.resolve("web-2.pem"));
        assertThat(new KeyFolder(folder, ledger).write("web", KEY)).isEqualTo(folder.resolve("web-3.pem"));
        assertThat(kept).hasContent("kept\n");
    }

    @Test
    void a_keypairs_key_is_found_again_by_another_build() {
        Path file = made();

        assertThat(new KeyFolder(folder, new Ledger(folder.resolve("ledger.json"))).file(KEYPAIR))
                .contains(file);
        assertThat(keys.file("maven-b2-web")).isEmpty();
    }

    @Test
    void so_is_that_of_an_older_version_which_called_it_as_its_keypair() throws IOException {
        Path file = Files.writeString(folder.resolve(KEYPAIR), "older");

        assertThat(keys.file(KEYPAIR)).contains(file);
    }

    @Test
    void a_key_of_which_nothing_came_goes() {
        Path file = keys.write("web", KEY);

        keys.discard(file);

        assertThat(file).doesNotExist();
    }

    @Test
    void one_whose_keypair_may_have_been_made_stays_on_record() {
        Path file = keys.write("web", KEY);
        journal.intend(ResourceType.KEYPAIR, "l1", "web", file);

        keys.discard(file);

        assertThat(file).exists();
    }

    private Path made() {
        Path file = keys.write("web", KEY);
        journal.intend(ResourceType.KEYPAIR, "l1", "web", file);
        journal.made(ResourceType.KEYPAIR, "l1", "web", KEYPAIR);
        return file;
    }
}
