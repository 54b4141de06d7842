package io.github.openstackmaven.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A file's permissions go with it to a server and back, where the file system has any. */
class PermissionsTest {

    @Test
    void are_what_the_file_has() throws IOException {
        Path file = Files.createFile(Jimfs.newFileSystem(Configuration.unix().toBuilder()
                        .setAttributeViews("posix")
                        .build())
                .getPath("run.sh"));

        Permissions.set(file, 0750);

        assertThat(Permissions.of(file)).isEqualTo(0750);
    }

    @Test
    void are_those_of_an_ordinary_file_where_the_file_system_knows_none() throws IOException {
        Path folder = Jimfs.newFileSystem(Configuration.windows()).getPath("C:\\work");
        Path file = Files.createFile(folder.resolve("run.sh"));

        Permissions.set(file, 0750);

        assertThat(Permissions.of(file)).isEqualTo(0644);
        assertThat(Permissions.of(folder)).isEqualTo(0755);
    }
}
