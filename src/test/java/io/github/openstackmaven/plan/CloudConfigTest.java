package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cloud-init could not read, and would leave out with all saying it is done. */
class CloudConfigTest {

    @Test
    void malformed_yaml_is_told_with_its_place_before_anything_is_made() {
        OpenStackException e = refused(ServerSpecs.userData("#cloud-config\npackages: [nginx]\nwrite_files: [oops\n"));

        assertThat(e)
                .hasMessage("Broken YAML in <userData>, line 4, column 1: expected ',' or ']', but got <stream end>");
        assertThat(e.advice()).contains("cloud-init would leave it out");
    }

    @Test
    void a_file_is_told_by_its_name_and_its_text_never() {
        OpenStackException e = refused(new UserData(List.of(
                new UserDataPart("a.sh", Content.of("#!/bin/sh\n")),
                new UserDataPart("web.yaml", Content.of("#cloud-config\npassword: *hunter2\n")))));

        assertThat(e)
                .hasMessage(
                        "Broken YAML in <userDataFile> web.yaml, line 2, column 11: a value that starts with '*' needs"
                                + " quotes");
        assertThat(e.report()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "'a: b: c', 'a '':'' where no key can be'",
        "'a:\n\t- b', 'a tab; use spaces'",
        "'a: !hunter2 b', 'a value that starts with ''!'' needs quotes'",
        "'a: !hunter2!b c', 'a value that starts with ''!'' needs quotes'",
        "'a: 2024-99-99', 'a value that looks like a number or date needs quotes'",
        "'[a]: b', 'a list or mapping can be no key'",
        "'a: \u0007', 'the character U+0007, which YAML does not know'",
    })
    void what_is_wrong_is_said_in_other_words_than_the_text_s(String yaml, String words) {
        OpenStackException e = refused(ServerSpecs.userData("#cloud-config\n" + yaml.translateEscapes()));

        assertThat(e).hasMessageStartingWith("Broken YAML in <userData>, line ").hasMessageEndingWith(": " + words);
        assertThat(e.report()).doesNotContain("hunter2");
    }

    @Test
    void its_top_level_is_a_mapping_and_an_archive_s_a_list() {
        assertThat(refused(ServerSpecs.userData("#cloud-config\n- packages\n")))
                .hasMessage("<userData> is no mapping below its first line");
        assertThat(refused(ServerSpecs.userData("#cloud-config-archive\na: b\n")))
                .hasMessage("<userData> is no list below its first line");
    }

    @Test
    void it_is_utf_8() {
        byte[] latin1 = "#cloud-config\nmotd: Gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(new UserData(List.of(new UserDataPart("web.yaml", Content.of(latin1))))))
                .hasMessage("<userDataFile> web.yaml is #cloud-config and no UTF-8, from line 2, column 9 on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#cloud-config",
                "#cloud-config\n# nothing\n",
                "#cloud-config\na: 1\na: 2\n",
                "#cloud-config\nyes: on\n012: 1:30\n~: [a, &x b, *x]\n<<: {c: d}\n",
                "#cloud-config\nhosts: @{server.db.ip}\nurl: http://@{server.db.ip}:80/\n",
                "\n  #cloud-config\nruncmd: [[ls, -l], 'a: b']\n",
                "#Cloud-Config\r\nruncmd:\r\n- ls\r\n",
                "#cloud-config-archive\n- type: text/cloud-config\n  content: |\n    a: b\n",
                "#cloud-config-jsonp\n[{\"op\": \"add\"",
                "## template: jinja\n#cloud-config\n{% if x %}[oops{% endif %}\n",
                "#!/bin/sh\necho [oops\n",
                "Content-Type: multipart/mixed; boundary=\"x\"\nMIME-Version: 1.0\n\n--x--\n",
                "#cloud-config\n# MIME-Version: 1.0\na: [oops\n",
                "ignition: [oops"
            })
    void what_cloud_init_takes_or_never_reads_as_yaml_is_taken(String text) {
        assertThatCode(() -> ServerSpecs.userData(text).check()).doesNotThrowAnyException();
    }

    private static OpenStackException refused(UserData data) {
        return catchThrowableOfType(OpenStackException.class, data::check);
    }
}
