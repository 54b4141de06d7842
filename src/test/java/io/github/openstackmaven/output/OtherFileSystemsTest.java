package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.ledger.Journal;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Lifetime;
import io.github.openstackmaven.ledger.ResourceType;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a launch leaves behind is left on any file system, whatever it knows of permissions. The one of Windows knows none
 * here, as on a memory stick: access control lists can't be given to its new files, as the real one's can.
 */
class OtherFileSystemsTest {
    private static final String FOLDER = "work/shop/target/openstack";
    private static final Secret KEY = Secret.of("-----BEGIN OPENSSH PRIVATE KEY-----\n");

    static Stream<Arguments> fileSystems() {
        return Stream.of(
                Arguments.of(Named.of("Windows", Jimfs.newFileSystem(Configuration.windows()))),
                Arguments.of(Named.of("macOS", Jimfs.newFileSystem(Configuration.osX()))));
    }

    @ParameterizedTest
    @MethodSource("fileSystems")
    void the_files_of_a_launch_are_written_read_and_cut_down(FileSystem fileSystem) {
        Path folder = home(fileSystem).resolve(FOLDER);
        Launched web = Examples.launched("s1", "web", "10.0.0.5");
        Launched db = Examples.launched("s2", "db", "10.0.0.6");

        LaunchOutputs.of(List.of(web, db), List.of("10.0.0.5 ssh-ed25519 A")).write(folder);
        LaunchOutputs.remove(folder, Set.of("s1"));

        assertThat(ServersFile.read(folder).servers())
                .extracting(LaunchedServer::name)
                .containsExactly("db");
        assertThat(folder.resolve("known_hosts")).isEmptyFile();
        assertThat(folder.resolve("ssh_config")).content().contains("10.0.0.6");
    }

    @ParameterizedTest
    @MethodSource("fileSystems")
    void a_private_key_is_written_once_and_deleted(FileSystem fileSystem) {
        Path file = home(fileSystem).resolve(FOLDER).resolve("key");

        assertThat(new KeyFile(file).write(KEY)).isTrue();
        assertThat(new KeyFile(file).write(Secret.of("another"))).isFalse();
        assertThat(file).hasContent(KEY.reveal());

        new KeyFile(file).delete();
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("fileSystems")
    void what_was_made_is_on_record_until_it_is_gone(FileSystem fileSystem) {
        Path file = home(fileSystem).resolve(FOLDER).resolve("ledger.json");
        Journal journal = new Ledger(file)
                .of(
                        "b1",
                        "g:a",
                        new LedgerEntry.Place("http://cloud", "one", ""),
                        Lifetime.standard(Keep.NEVER),
                        new SteppedTime());

        journal.intend(ResourceType.SERVER, "l1", "web");
        journal.made(ResourceType.SERVER, "l1", "web", "s1");
        assertThat(new Ledger(file).entries()).extracting(LedgerEntry::name).containsExactly("web");

        new Ledger(file).gone(List.of("l1"));
        assertThat(new Ledger(file).entries()).isEmpty();
    }

    private static Path home(FileSystem fileSystem) {
        return fileSystem.getRootDirectories().iterator().next();
    }
}
