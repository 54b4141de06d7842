package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.OpenStackException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What YAML may hold, and what is said when it is broken. */
class SettingsFileTest {
    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void anchors_and_merge_keys_work() {
        machine.clouds("""
                common: &common
                  interface: internal
                  auth: &login {auth_url: 'http://k', username: alice}
                clouds:
                  mine:
                    <<: *common
                    auth: {<<: *login, username: bob}
                """);
        assertThat(machine.load().text("interface")).contains("internal");
        assertThat(machine.load().text("auth.auth_url")).contains("http://k");
        assertThat(machine.load().text("auth.username")).contains("bob");
    }

    @Test
    void yes_and_no_are_booleans() {
        assertThat(machine.demo("verify: no").load().get("verify").orElseThrow().value())
                .isEqualTo(false);
        assertThat(machine.demo("verify: On").load().get("verify").orElseThrow().value())
                .isEqualTo(true);
    }

    @Test
    void an_empty_file_holds_nothing() {
        assertThat(machine.clouds("# later\n").load().get("auth.auth_url")).isEmpty();
    }

    @Test
    void a_file_may_be_as_large_as_it_likes() {
        String padding = "# " + "x".repeat(1000) + "\n";
        machine.clouds("clouds: {mine: {auth: {auth_url: 'http://k'}}}\n" + padding.repeat(10_000));
        assertThat(machine.load().text("auth.auth_url")).contains("http://k");
    }

    @Test
    void as_many_clouds_may_share_an_anchor_as_there_are() {
        StringBuilder yaml = new StringBuilder("common: &common {interface: internal}\nclouds:\n");
        for (int number = 1; number <= 200; number++) {
            yaml.append("  c" + number + ": {<<: *common, auth: {auth_url: 'http://k" + number + "'}}\n");
        }
        machine.clouds(yaml.toString());
        assertThat(machine.load("cloud=c200").text("interface")).contains("internal");
    }

    @Nested
    class Broken {
        @Test
        void a_character_that_yaml_does_not_know() {
            assertThat(failure("clouds: {mine: {auth: {password: s3\u001bcret}}}"))
                    .isEqualTo("Broken YAML in " + root.resolve("here/clouds.yaml")
                            + ": the character U+001B after 35 others, which YAML doesn't know");
        }

        @Test
        void an_alias_in_its_own_anchor() {
            assertThat(failure("clouds: &all\n  mine: *all\n"))
                    .endsWith("here/clouds.yaml is nested more than 100 deep, or into itself");
        }

        @Test
        void the_error_names_file_line_and_column() {
            assertThat(failure("clouds:\n  mine:\n    auth: {username: alice\n    interface: public\n"))
                    .startsWith("Broken YAML in " + root.resolve("here/clouds.yaml") + ", line 4, column 14");
        }

        @Test
        void a_second_colon_in_a_line() {
            assertThat(failure("clouds:\n  mine:\n    password: s3cret: more\n"))
                    .endsWith(", line 3, column 21: a ':' where no key can be")
                    .doesNotContain("s3cret");
        }

        @Test
        void a_tab() {
            assertThat(failure("clouds:\n\tmine: {}\n")).endsWith("line 2, column 1: a tab; indent with spaces");
        }

        @Test
        void a_password_that_starts_like_an_alias() {
            assertThat(failure("clouds:\n  mine:\n    password: *s3cret\n"))
                    .endsWith("line 3, column 15: a value that starts with '*' needs quotes")
                    .doesNotContain("s3cret");
        }

        @Test
        void a_password_that_starts_like_a_tag() {
            assertThat(failure("clouds:\n  mine:\n    password: !s3cret\n"))
                    .endsWith("a value that starts with '!' needs quotes")
                    .doesNotContain("s3cret");
        }

        @Test
        void a_quote_that_is_not_closed() {
            assertThat(failure("clouds:\n  mine:\n    password: 's3cret\n"))
                    .endsWith("a quote that is not closed")
                    .doesNotContain("s3cret");
        }

        @Test
        void a_date_that_is_none() {
            assertThat(failure("clouds: {mine: {auth: {password: 2024-13-45}}}"))
                    .endsWith("line 1, column 34: a value that looks like a number or date needs quotes")
                    .doesNotContain("2024");
        }

        @Test
        void json() {
            machine.file("here/clouds.json", "{\n  \"clouds\": {\"s3cret\": nope}\n}");
            assertThat(machine.failure().getMessage())
                    .startsWith("Broken JSON in " + root.resolve("here/clouds.json") + ", line 2, column ")
                    .doesNotContain("s3cret");
        }

        @Test
        void not_even_a_stack_trace_quotes_the_line() {
            StringWriter trace = new StringWriter();
            OpenStackException failure = machine.clouds("clouds:\n  mine:\n    password: s3cret: more\n")
                    .failure();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("s3cret");
        }
    }

    @Nested
    class NotAMapping {
        @Test
        void the_file() {
            assertThat(failure("- a\n- b\n")).isEqualTo(root.resolve("here/clouds.yaml") + " is not a mapping");
        }

        @Test
        void clouds() {
            assertThat(failure("clouds: [a]"))
                    .isEqualTo("clouds in " + root.resolve("here/clouds.yaml") + " is not a mapping");
        }

        @Test
        void a_cloud() {
            assertThat(failure("clouds: {mine: }")).endsWith("here, cloud mine is not a mapping");
        }

        @Test
        void auth() {
            assertThat(failure("clouds: {mine: {auth: s3cret}}"))
                    .startsWith("auth of clouds.yaml in ")
                    .endsWith("is not a mapping")
                    .doesNotContain("s3cret");
        }
    }

    private String failure(String yaml) {
        return machine.clouds(yaml).failure().getMessage();
    }
}
