package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file is said in words, and where it is another's fault, whose. */
class FileProblemTest {

    @Test
    void a_file_that_is_not_there(@TempDir Path folder) {
        Path file = folder.resolve("a");
        assertThat(said(file, () -> Files.readString(file))).isEqualTo("no such file or folder");
    }

    @Test
    void a_folder_that_is_full(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("a"));
        assertThat(said(folder, () -> Files.delete(folder))).isEqualTo("the folder is not empty");
    }

    @Test
    void a_file_where_a_folder_should_be_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a"));
        Path below = file.resolve("b.json");
        assertThat(said(below, () -> Files.createDirectories(file)))
                .isEqualTo("a file of that name is in the way (" + file + ")");
    }

    @Test
    void what_is_not_allowed() {
        Path file = Path.of("/secret");
        assertThat(FileProblem.of(file, new AccessDeniedException("/secret"))).isEqualTo("access denied");
    }

    @Test
    void a_link_that_leads_back() {
        Path link = Path.of("/a/b");
        assertThat(FileProblem.of(link, new FileSystemLoopException("/a/b")))
                .isEqualTo("the link leads back to a folder it is in");
    }

    @Test
    void the_operating_system_s_own_reason() {
        FileSystemException full = new FileSystemException("/a", null, "No space left on device");
        assertThat(FileProblem.of(Path.of("/a"), full)).isEqualTo("No space left on device");
    }

    @Test
    void bytes_that_are_no_text() {
        assertThat(FileProblem.of(Path.of("/a"), new MalformedInputException(1)))
                .isEqualTo("it is not UTF-8");
    }

    @Test
    void whatever_else_says_something() {
        assertThat(FileProblem.of(Path.of("/a"), new IOException("Stream closed")))
                .isEqualTo("Stream closed");
        assertThat(FileProblem.of(Path.of("/a"), new IOException())).isEqualTo("IOException");
    }

    private static String said(Path file, ThrowingCallable action) {
        return FileProblem.of(file, catchThrowableOfType(IOException.class, action));
    }
}
