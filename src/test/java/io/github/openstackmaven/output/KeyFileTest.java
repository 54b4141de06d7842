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
import java.nio.file.attribute.PosixFilePermissions;
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
    void a_file_that_others_could_read_is_replaced_not_written_into() throws IOException {
        assumeTrue(isPosix(), "no modes on this machine");
        Path file = Files.writeString(folder.resolve("key"), "older");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Object olderFile = Files.getAttribute(file, "unix:ino");

        new KeyFile(file).write(KEY);

        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        assertThat(Files.getAttribute(file, "unix:ino")).isNotEqualTo(olderFile);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
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
