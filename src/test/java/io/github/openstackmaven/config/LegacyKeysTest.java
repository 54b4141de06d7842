package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old, misplaced and shorthand keys mean what they mean to openstacksdk. */
class LegacyKeysTest {
    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Nested
    class OfTheLogin {
        @Test
        void tenant_is_the_old_word_for_project() {
            assertThat(cloud("auth: {auth_url: 'http://k', tenant_name: old}").text("auth.project_name"))
                    .contains("old");
        }

        @Test
        void project_wins_over_tenant() {
            assertThat(cloud("auth: {auth_url: 'http://k', tenant_name: old, project_name: new}")
                            .text("auth.project_name"))
                    .contains("new");
        }

        @Test
        void login_keys_may_stand_at_the_top_level() {
            Settings settings = cloud("username: alice\npassword: s3cret\nauth: {auth_url: 'http://k'}");
            assertThat(settings.text("auth.username")).contains("alice");
            assertThat(settings.get("username")).isEmpty();
        }

        @Test
        void beside_a_project_one_domain_is_the_users_and_the_projects() {
            Settings settings = cloud("auth: {auth_url: 'http://k', project_name: p, domain_name: Corp}");
            assertThat(settings.text("auth.user_domain_name")).contains("Corp");
            assertThat(settings.text("auth.project_domain_name")).contains("Corp");
            assertThat(settings.get("auth.domain_name")).isEmpty();
        }

        @Test
        void without_a_project_a_domain_is_the_scope() {
            assertThat(cloud("auth: {auth_url: 'http://k', domain_name: Corp}").text("auth.domain_name"))
                    .contains("Corp");
        }

        @Test
        void numbers_become_text() {
            Settings settings = cloud("auth: {auth_url: 'http://k', username: 42, password: 007, project_id: 1.50}");
            assertThat(settings.get("auth.username").orElseThrow().value()).isEqualTo("42");
            assertThat(settings.get("auth.password").orElseThrow().value()).isEqualTo("7");
            assertThat(settings.get("auth.project_id").orElseThrow().value()).isEqualTo("1.5");
        }

        @Test
        void token_endpoint_is_the_old_word_for_admin_token() {
            assertThat(cloud("auth_type: token_endpoint\nauth: {url: 'http://e', token: t}")
                            .text("auth.endpoint"))
                    .contains("http://e");
        }
    }

    @Nested
    class OfTheCloud {
        @Test
        void endpoint_type_is_the_old_word_for_interface() {
            Settings settings = cloud("endpoint_type: internal\ncompute_endpoint_type: admin");
            assertThat(settings.text("interface")).contains("internal");
            assertThat(settings.text("compute_interface")).contains("admin");
        }

        @Test
        void dashes_become_underscores() {
            assertThat(cloud("compute-api-version: 2").text("compute_api_version"))
                    .contains("2");
        }

        @Test
        void any_timeout_is_the_one_there_is() {
            assertThat(cloud("api_timeout: 10\ncompute_timeout: 60")
                            .get("api_timeout")
                            .orElseThrow()
                            .value())
                    .isEqualTo(60L);
        }

        @Test
        void insecure_is_true_or_false() {
            assertThat(cloud("insecure: 'True'").get("insecure").orElseThrow().value())
                    .isEqualTo(true);
            assertThat(cloud("insecure: 'yes'").get("insecure").orElseThrow().value())
                    .isEqualTo(false);
            assertThat(machine.clouds("clouds: {mine: {insecure: 1}}").failure())
                    .hasMessageContaining("insecure (clouds.yaml in")
                    .hasMessageEndingWith("is neither true nor false");
        }
    }

    @Nested
    class OfNetworks {
        @Test
        void every_network_has_all_flags() {
            assertThat(cloud("networks: [{name: net1, routes_externally: true}]")
                            .get("networks")
                            .orElseThrow()
                            .value())
                    .isEqualTo(List.of(Map.of(
                            "name", "net1",
                            "routes_externally", true,
                            "nat_source", false,
                            "nat_destination", false,
                            "default_interface", false,
                            "routes_ipv4_externally", true,
                            "routes_ipv6_externally", true)));
        }

        @Test
        void only_one_can_be_the_nat_destination() {
            assertThat(failure("networks: [{name: a, nat_destination: true}, {name: b, nat_destination: true}]"))
                    .isEqualTo("Two networks have nat_destination: a and b");
        }

        @Test
        void only_one_can_be_the_default_interface() {
            assertThat(failure("networks: [{name: a, default_interface: true}, {name: b, default_interface: true}]"))
                    .isEqualTo("Two networks have default_interface: a and b");
        }

        @Test
        void a_network_needs_a_name() {
            assertThat(failure("networks: [{nat_source: true}]")).endsWith("an entry of networks has no name");
        }

        @Test
        void external_network_is_its_predecessor_and_warned_of() {
            assertThat(cloud("external_network: ext").text("networks").orElseThrow())
                    .contains("'name': 'ext'");
            assertThat(machine.warnings())
                    .singleElement()
                    .asString()
                    .contains("external_network")
                    .contains("is deprecated");
        }

        @Test
        void both_ways_at_once_are_an_error() {
            assertThat(failure("external_network: ext\nnetworks: [{name: a}]")).startsWith("Both external_network (");
        }
    }

    @Nested
    class Templates {
        @Test
        void braces_stand_for_other_settings() {
            Settings settings =
                    cloud("region_name: north\nauth: {auth_url: 'https://{region_name}.example', username: u}");
            assertThat(settings.text("auth.auth_url")).contains("https://north.example");
        }

        @Test
        void also_ones_of_auth() {
            assertThat(cloud("auth: {auth_url: 'https://{auth[username]}.example', username: u}")
                            .text("auth.auth_url"))
                    .contains("https://u.example");
        }

        @Test
        void doubled_braces_are_braces() {
            assertThat(cloud("image_endpoint_override: 'http://i/{{id}}'").text("image_endpoint_override"))
                    .contains("http://i/{id}");
        }

        @Test
        void passwords_are_no_templates() {
            assertThat(cloud("auth: {auth_url: 'http://k', password: 'a{b}c'}").text("auth.password"))
                    .contains("a{b}c");
        }

        @Test
        void a_setting_that_is_not_there_is_an_error() {
            assertThat(failure("auth: {auth_url: 'https://{regoin}.example'}"))
                    .startsWith("auth.auth_url (clouds.yaml in")
                    .endsWith("refers to {regoin}, which isn't there");
        }

        @Test
        void a_lonely_brace_is_an_error_that_does_not_quote_the_text() {
            assertThat(failure("custom_token: 's3cret{'"))
                    .contains("custom_token (")
                    .doesNotContain("s3cret");
        }
    }

    private Settings cloud(String lines) {
        return machine.clouds("clouds:\n  mine:\n" + lines.indent(4)).load();
    }

    private String failure(String lines) {
        return machine.clouds("clouds:\n  mine:\n" + lines.indent(4)).failure().getMessage();
    }
}
