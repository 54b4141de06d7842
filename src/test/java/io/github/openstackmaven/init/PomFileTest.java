package io.github.openstackmaven.init;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a POM's file before and after: byte for byte the same but for the change. */
class PomFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_change_is_written_in_the_files_own_encoding() throws IOException {
        check("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n<project>\u00e9</project>", ISO_8859_1);
        check("<project>\u00e9\u6f22</project>\n", UTF_8);
        check("\ufeff<project>\u00e9</project>\n", UTF_8);
        check("\ufeff<?xml version='1.0' encoding='UTF-16'?><project>\u6f22</project>", UTF_16LE);
    }

    private void check(String text, Charset charset) throws IOException {
        Path path = Files.write(folder.resolve("pom.xml"), text.getBytes(charset));
        PomFile file = PomFile.read(path);
        Change change = new Change(text.indexOf("</project>"), "", "<name>\u00fc</name>");

        file.write(change);

        assertThat(file.text()).isEqualTo(text);
        assertThat(path).hasBinaryContent(change.on(text).getBytes(charset));
    }

    @Test
    void what_its_encoding_lacks_is_written_as_a_reference() throws IOException {
        Path path = Files.writeString(folder.resolve("pom.xml"), "<?xml version='1.0' encoding=\"us-ascii\"?><a></a>");
        PomFile file = PomFile.read(path);

        file.write(new Change(file.text().indexOf("</a>"), "", "\u00fc\ud83d\ude00"));

        assertThat(path).content().endsWith("<a>&#252;&#128512;</a>");
    }

    @Test
    void what_is_not_in_the_encoding_that_it_says_is_not_touched() throws IOException {
        Path path = Files.write(folder.resolve("pom.xml"), "<project>\u00e9</project>".getBytes(ISO_8859_1));
        assertThatThrownBy(() -> PomFile.read(path)).hasMessage(path + " is not the UTF-8 that it says it is");

        Files.writeString(path, "<?xml version='1.0' encoding='klingon'?><project/>");
        assertThatThrownBy(() -> PomFile.read(path))
                .hasMessage("Cannot read " + path + ": its encoding, 'klingon', is unknown");
    }

    @Test
    void what_somebody_has_changed_meanwhile_is_not_overwritten() throws IOException {
        Path path = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        PomFile file = PomFile.read(path);
        Files.writeString(path, "<project></project>");

        assertThatThrownBy(() -> file.write(new Change(0, "", "x"))).hasMessage(path + " has been changed meanwhile");
        assertThat(path).hasContent("<project></project>");
    }
}
