package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataTest {
    private static final UserDataPart CONFIG = part("part-1", "#cloud-config\npackages: [nginx]\n");
    private static final UserDataPart SCRIPT = part("set up.sh", "#!/bin/sh\necho hello");

    @Test
    void one_text_is_sent_as_it_is() {
        UserData data = data(part("part-1", "Grüße"));

        assertThat(new String(Base64.getDecoder().decode(data.encoded()), StandardCharsets.UTF_8))
                .isEqualTo("Grüße");
    }

    @Test
    void several_parts_are_one_mime_message() {
        String text = data(CONFIG, SCRIPT).content().text().orElseThrow();
        String boundary = text.replaceFirst("(?s).*?boundary=\"([^\"]+)\".*", "$1");

        assertThat(text).isEqualTo("""
                Content-Type: multipart/mixed; boundary="BOUNDARY"
                MIME-Version: 1.0

                --BOUNDARY
                Content-Type: text/cloud-config; charset="utf-8"
                MIME-Version: 1.0
                Content-Transfer-Encoding: 7bit
                Content-Disposition: attachment; filename="001-part-1"

                #cloud-config
                packages: [nginx]

                --BOUNDARY
                Content-Type: text/x-shellscript; charset="utf-8"
                MIME-Version: 1.0
                Content-Transfer-Encoding: 7bit
                Content-Disposition: attachment; filename="002-set_up.sh"

                #!/bin/sh
                echo hello
                --BOUNDARY--
                """.replace("BOUNDARY", boundary));
    }

    @Test
    void the_same_parts_make_the_same_message_and_others_another_boundary() {
        assertThat(data(CONFIG, SCRIPT).encoded())
                .isEqualTo(data(CONFIG, SCRIPT).encoded());
        assertThat(data(CONFIG, CONFIG).content().text().orElseThrow().lines().findFirst())
                .isNotEqualTo(data(CONFIG, SCRIPT)
                        .content()
                        .text()
                        .orElseThrow()
                        .lines()
                        .findFirst());
    }

    @Test
    void what_is_filled_in_for_a_reference_changes_nothing_else_of_a_message() {
        UserData data = data(CONFIG, part("hosts.sh", "#!/bin/sh\necho @{server.db.ip} db >> /etc/hosts"));
        String planned = data.content().text().orElseThrow();

        String sent =
                data.content(new References(Map.of("db.ip", "10.0.0.7"))).text().orElseThrow();

        assertThat(sent).isEqualTo(planned.replace("@{server.db.ip}", "10.0.0.7"));
    }

    @Test
    void scripts_of_the_same_name_stay_apart_and_in_order() {
        assertThat(data(SCRIPT, SCRIPT).content().text().orElseThrow())
                .containsSubsequence("filename=\"001-set_up.sh\"", "filename=\"002-set_up.sh\"");
    }

    @Test
    void a_part_that_is_not_ascii_travels_as_base64() {
        UserDataPart greeting = part("part-2", "#!/bin/sh\necho Grüße, 世界\n");

        assertThat(data(CONFIG, greeting).content().text().orElseThrow())
                .contains(
                        "Content-Transfer-Encoding: base64",
                        Base64.getEncoder().encodeToString(greeting.content().bytes()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "#cloud-config, text/cloud-config",
        "#Cloud-Config, text/cloud-config",
        "#cloud-config-archive, text/cloud-config-archive",
        "#!/usr/bin/python3, text/x-shellscript",
        "#include, text/x-include-url",
        "#include-once, text/x-include-once-url",
        "#cloud-config-jsonp, text/cloud-config-jsonp",
        "#cloud-boothook, text/cloud-boothook",
        "#part-handler, text/part-handler",
        "## template: jinja, text/jinja2",
    })
    void a_part_is_what_its_first_line_says(String firstLine, String type) {
        assertThat(part("part-1", firstLine + "\n…").contentType()).isEqualTo(type);
    }

    @Test
    void a_part_that_cloud_init_would_skip_is_refused_without_quoting_it() {
        UserData data = data(CONFIG, part("part-2", "password: hunter2"));

        OpenStackException e = catchThrowableOfType(OpenStackException.class, data::encoded);

        assertThat(e).hasMessage("Part part-2 of <userData> begins like nothing that cloud-init reads");
        assertThat(e.report()).contains("#cloud-config").doesNotContain("hunter2");
    }

    @Test
    void what_nova_would_refuse_as_too_large_is_told_with_its_size() {
        assertThat(ServerSpecs.userData("x".repeat(49149)).encoded()).hasSize(65532);
        assertThatThrownBy(() -> ServerSpecs.userData("x".repeat(49150)).encoded())
                .hasMessage("<userData> is too large: 65536 bytes in base64, and Nova takes 65535,"
                        + " which is 49149 bytes before encoding");
    }

    @Test
    void known_names_are_filled_in_and_all_else_is_left_alone() {
        UserData data = data(part("part-1", "#!${shell}\necho ${version} $HOME ${HOME} @{server.db.ip} ${"), SCRIPT)
                .filtered(known(Map.of("version", "$1.0 \\ ${shell}", "shell", "/bin/sh", "server.db.ip", "wrong")));

        assertThat(data.parts())
                .containsExactly(
                        part("part-1", "#!/bin/sh\necho $1.0 \\ ${shell} $HOME ${HOME} @{server.db.ip} ${"), SCRIPT);
        assertThat(ServerSpecs.userData("${a} ${b}")
                        .filtered(known(Map.of("a", "1")))
                        .content()
                        .text()
                        .orElseThrow())
                .isEqualTo("1 ${b}");
    }

    @Test
    void a_file_is_bytes_and_sent_as_they_are() {
        byte[] latin1 = "#!/bin/sh\necho Gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);
        UserDataPart script = new UserDataPart("greet.sh", Content.of(latin1));

        assertThat(Base64.getDecoder().decode(data(script).encoded())).isEqualTo(latin1);
        assertThat(data(CONFIG, script).content().text().orElseThrow())
                .contains(
                        "Content-Type: text/x-shellscript\n",
                        "Content-Transfer-Encoding: base64",
                        Base64.getEncoder().encodeToString(latin1));
        assertThat(data(script).map(text -> text.replace("echo", "rm"))).isEqualTo(data(script));
    }

    @Test
    void a_compressed_part_is_one_for_cloud_init_too() {
        UserDataPart compressed = new UserDataPart("setup.gz", Content.of(gzip("#!/bin/sh\n")));

        assertThat(data(compressed).content()).isEqualTo(compressed.content());
        assertThat(data(CONFIG, compressed).content().text().orElseThrow())
                .contains("Content-Type: application/gzip\n");
    }

    @Test
    void only_text_can_be_filtered_and_what_is_none_is_told_with_its_place() {
        UserDataPart latin1 =
                new UserDataPart("greet.sh", Content.of("ok\nGr\u00fc".getBytes(StandardCharsets.ISO_8859_1)));
        UserDataPart compressed = new UserDataPart("setup.gz", Content.of(gzip("x")));

        assertThatThrownBy(() -> data(latin1).filtered(known(Map.of())))
                .hasMessage(
                        "<filterUserData> is on, and <userDataFile> greet.sh is no text in UTF-8, from line 2, column"
                                + " 3 on");
        assertThatThrownBy(() -> data(CONFIG, compressed).filtered(known(Map.of())))
                .hasMessageEndingWith("<userDataFile> setup.gz is no text in UTF-8: it is compressed");
    }

    @Test
    void whatever_bytes_there_are_they_are_sent_or_refused_for_a_reason() {
        Random random = new Random(20);
        List<String> begins =
                List.of("#cloud-config\n", "#cloud-config-archive\n", "#!", "\u001f\u008b", "", "\ufeff#");
        for (int run = 0; run < 2000; run++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(begins.get(random.nextInt(begins.size())).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(random.nextBoolean() ? noise : scrambled(random).getBytes(StandardCharsets.UTF_8));
            UserData data = data(new UserDataPart("noise", Content.of(bytes.toByteArray())));
            try {
                data.check();
            } catch (OpenStackException e) {
                assertThat(e).hasMessageContaining("<userDataFile> noise");
            }
            assertThat(Base64.getDecoder().decode(data.encoded())).isEqualTo(bytes.toByteArray());
        }
    }

    private static String scrambled(Random random) {
        String letters = "ab: -[]{},&*!|>'\"%@`\t\n\n  #?<=~1.\u0000\u00e9";
        return random.ints(40, 0, letters.length())
                .mapToObj(index -> String.valueOf(letters.charAt(index)))
                .collect(Collectors.joining());
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static UserData data(UserDataPart... parts) {
        return new UserData(List.of(parts));
    }

    private static UserDataPart part(String name, String text) {
        return new UserDataPart(name, Content.of(text));
    }

    private static Function<String, Optional<String>> known(Map<String, String> properties) {
        return name -> Optional.ofNullable(properties.get(name));
    }
}
