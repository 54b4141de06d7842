package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataTest {
    private static final UserDataPart CONFIG = new UserDataPart("part-1", "#cloud-config\npackages: [nginx]\n");
    private static final UserDataPart SCRIPT = new UserDataPart("set up.sh", "#!/bin/sh\necho hello");

    @Test
    void one_text_is_sent_as_it_is() {
        UserData data = UserData.of(List.of(new UserDataPart("part-1", "Grüße")));

        assertThat(new String(Base64.getDecoder().decode(data.encoded()), StandardCharsets.UTF_8))
                .isEqualTo("Grüße");
    }

    @Test
    void several_parts_are_one_mime_message() {
        String text = UserData.of(List.of(CONFIG, SCRIPT)).text();
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
        assertThat(UserData.of(List.of(CONFIG, SCRIPT)).encoded())
                .isEqualTo(UserData.of(List.of(CONFIG, SCRIPT)).encoded());
        assertThat(UserData.of(List.of(CONFIG, CONFIG)).text().lines().findFirst())
                .isNotEqualTo(
                        UserData.of(List.of(CONFIG, SCRIPT)).text().lines().findFirst());
    }

    @Test
    void scripts_of_the_same_name_stay_apart_and_in_order() {
        assertThat(UserData.of(List.of(SCRIPT, SCRIPT)).text())
                .containsSubsequence("filename=\"001-set_up.sh\"", "filename=\"002-set_up.sh\"");
    }

    @Test
    void a_part_that_is_not_ascii_travels_as_base64() {
        UserDataPart greeting = new UserDataPart("part-2", "#!/bin/sh\necho Grüße, 世界\n");

        assertThat(UserData.of(List.of(CONFIG, greeting)).text())
                .contains(
                        "Content-Transfer-Encoding: base64",
                        Base64.getEncoder().encodeToString(greeting.text().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "#cloud-config, text/cloud-config",
        "#Cloud-Config, text/cloud-config",
        "#cloud-config-archive, text/cloud-config-archive",
        "#!/usr/bin/python3, text/x-shellscript",
        "#include, text/x-include-url",
        "#include-once, text/x-include-once-url",
        "#cloud-boothook, text/cloud-boothook",
        "#part-handler, text/part-handler",
        "## template: jinja, text/jinja2",
    })
    void a_part_is_what_its_first_line_says(String firstLine, String type) {
        assertThat(new UserDataPart("part-1", firstLine + "\n…").contentType()).isEqualTo(type);
    }

    @Test
    void a_part_that_cloud_init_would_skip_is_refused_without_quoting_it() {
        UserData data = UserData.of(List.of(CONFIG, new UserDataPart("part-2", "password: hunter2")));

        OpenStackException e = catchThrowableOfType(OpenStackException.class, data::encoded);

        assertThat(e).hasMessage("Part part-2 of <userData> begins like nothing that cloud-init reads");
        assertThat(e.report()).contains("#cloud-config").doesNotContain("hunter2");
    }

    @Test
    void what_nova_would_refuse_as_too_large_is_told_with_its_size() {
        assertThat(new UserData.Text("x".repeat(49149)).encoded()).hasSize(65532);
        assertThatThrownBy(() -> new UserData.Text("x".repeat(49150)).encoded())
                .hasMessage("<userData> is too large: 65536 bytes in base64, and Nova takes 65535,"
                        + " which is 49149 bytes before encoding");
    }

    @Test
    void known_names_are_filled_in_and_all_else_is_left_alone() {
        UserData data = UserData.of(List.of(
                        new UserDataPart("part-1", "#!${shell}\necho ${version} $HOME ${HOME} @{server.db.ip} ${"),
                        SCRIPT))
                .filtered(known(Map.of("version", "$1.0 \\ ${shell}", "shell", "/bin/sh", "server.db.ip", "wrong")));

        assertThat(data)
                .isInstanceOfSatisfying(
                        UserData.Multipart.class,
                        several -> assertThat(several.parts())
                                .containsExactly(
                                        new UserDataPart(
                                                "part-1",
                                                "#!/bin/sh\necho $1.0 \\ ${shell} $HOME ${HOME} @{server.db.ip} ${"),
                                        SCRIPT));
        assertThat(new UserData.Text("${a} ${b}")
                        .filtered(known(Map.of("a", "1")))
                        .text())
                .isEqualTo("1 ${b}");
    }

    private static Function<String, Optional<String>> known(Map<String, String> properties) {
        return name -> Optional.ofNullable(properties.get(name));
    }
}
