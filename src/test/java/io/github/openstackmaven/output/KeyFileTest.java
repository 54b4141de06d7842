package io.github.openstackmaven.output;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final Secret KEY = Secret.of("the key\n");

    @TempDir
    Path folder;

    @Test
    void only_its_owner_reads_it() throws IOException {
        assumeTrue(isPosix(), "no modes on this machine");
        Path file = folder.resolve("openstack/key");

        new KeyFile(file).write(KEY);

        assertThat(file).hasContent("the key\n");
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
    }

    @Test
    void a_file_that_is_there_stays_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "older");

        assertThat(new KeyFile(file).write(KEY)).isFalse();

        assertThat(file).hasContent("older");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void nothing_is_written_through_a_link() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Path link = Files.createSymbolicLink(folder.resolve("key"), elsewhere);

        assertThat(new KeyFile(link).write(KEY)).isFalse();

        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void an_interrupted_thread_writes_it_all_the_same() {
        Path file = folder.resolve("key");
        Thread.currentThread().interrupt(); // closes files

        assertThat(new KeyFile(file).write(KEY)).isTrue();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("the key\n");
    }

    @Test
    void deleting_it_twice_is_no_error() {
        KeyFile key = new KeyFile(folder.resolve("key"));
        key.write(KEY);

        key.delete();
        key.delete();

        assertThat(key.path()).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_without_the_key() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new KeyFile(notAFolder.resolve("key")).write(KEY))
                .isInstanceOf(OpenStackException.class)
                .hasMessageStartingWith("Cannot write ")
                .hasMessageNotContaining("the key");
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
