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
        void tenantIsTheOldWordForProject() {
            assertThat(cloud("auth: {auth_url: 'http://k', tenant_name: old}").text("auth.project_name"))
                    .contains("old");
        }

        @Test
        void projectWinsOverTenant() {
            assertThat(cloud("auth: {auth_url: 'http://k', tenant_name: old, project_name: new}")
                            .text("auth.project_name"))
                    .contains("new");
        }

        @Test
        void loginKeysMayStandAtTheTopLevel() {
            Settings settings = cloud("username: alice\npassword: s3cret\nauth: {auth_url: 'http://k'}");
            assertThat(settings.text("auth.username")).contains("alice");
            assertThat(settings.get("username")).isEmpty();
        }

        @Test
        void besideAProjectOneDomainIsTheUsersAndTheProjects() {
            Settings settings = cloud("auth: {auth_url: 'http://k', project_name: p, domain_name: Corp}");
            assertThat(settings.text("auth.user_domain_name")).contains("Corp");
            assertThat(settings.text("auth.project_domain_name")).contains("Corp");
            assertThat(settings.get("auth.domain_name")).isEmpty();
        }

        @Test
        void withoutAProjectADomainIsTheScope() {
            assertThat(cloud("auth: {auth_url: 'http://k', domain_name: Corp}").text("auth.domain_name"))
                    .contains("Corp");
        }

        @Test
        void numbersBecomeText() {
            Settings settings = cloud("auth: {auth_url: 'http://k', username: 42, password: 007, project_id: 1.50}");
            assertThat(settings.get("auth.username").orElseThrow().value()).isEqualTo("42");
            assertThat(settings.get("auth.password").orElseThrow().value()).isEqualTo("7");
            assertThat(settings.get("auth.project_id").orElseThrow().value()).isEqualTo("1.5");
        }

        @Test
        void tokenEndpointIsTheOldWordForAdminToken() {
            assertThat(cloud("auth_type: token_endpoint\nauth: {url: 'http://e', token: t}")
                            .text("auth.endpoint"))
                    .contains("http://e");
        }
    }

    @Nested
    class OfTheCloud {
        @Test
        void endpointTypeIsTheOldWordForInterface() {
            Settings settings = cloud("endpoint_type: internal\ncompute_endpoint_type: admin");
            assertThat(settings.text("interface")).contains("internal");
            assertThat(settings.text("compute_interface")).contains("admin");
        }

        @Test
        void dashesBecomeUnderscores() {
            assertThat(cloud("compute-api-version: 2").text("compute_api_version"))
                    .contains("2");
        }

        @Test
        void anyTimeoutIsTheOneThereIs() {
            assertThat(cloud("api_timeout: 10\ncompute_timeout: 60")
                            .get("api_timeout")
                            .orElseThrow()
                            .value())
                    .isEqualTo(60L);
        }

        @Test
        void insecureIsTrueOrFalse() {
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
        void everyNetworkHasAllFlags() {
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
        void onlyOneCanBeTheNatDestination() {
            assertThat(failure("networks: [{name: a, nat_destination: true}, {name: b, nat_destination: true}]"))
                    .isEqualTo("Two networks have nat_destination: a and b");
        }

        @Test
        void onlyOneCanBeTheDefaultInterface() {
            assertThat(failure("networks: [{name: a, default_interface: true}, {name: b, default_interface: true}]"))
                    .isEqualTo("Two networks have default_interface: a and b");
        }

        @Test
        void aNetworkNeedsAName() {
            assertThat(failure("networks: [{nat_source: true}]")).endsWith("an entry of networks has no name");
        }

        @Test
        void externalNetworkIsItsPredecessorAndWarnedOf() {
            assertThat(cloud("external_network: ext").text("networks").orElseThrow())
                    .contains("'name': 'ext'");
            assertThat(machine.warnings())
                    .singleElement()
                    .asString()
                    .contains("external_network")
                    .contains("is deprecated");
        }

        @Test
        void bothWaysAtOnceAreAnError() {
            assertThat(failure("external_network: ext\nnetworks: [{name: a}]")).startsWith("Both external_network (");
        }
    }

    @Nested
    class Templates {
        @Test
        void bracesStandForOtherSettings() {
            Settings settings =
                    cloud("region_name: north\nauth: {auth_url: 'https://{region_name}.example', username: u}");
            assertThat(settings.text("auth.auth_url")).contains("https://north.example");
        }

        @Test
        void alsoOnesOfAuth() {
            assertThat(cloud("auth: {auth_url: 'https://{auth[username]}.example', username: u}")
                            .text("auth.auth_url"))
                    .contains("https://u.example");
        }

        @Test
        void doubledBracesAreBraces() {
            assertThat(cloud("image_endpoint_override: 'http://i/{{id}}'").text("image_endpoint_override"))
                    .contains("http://i/{id}");
        }

        @Test
        void passwordsAreNoTemplates() {
            assertThat(cloud("auth: {auth_url: 'http://k', password: 'a{b}c'}").text("auth.password"))
                    .contains("a{b}c");
        }

        @Test
        void aSettingThatIsNotThereIsAnError() {
            assertThat(failure("auth: {auth_url: 'https://{regoin}.example'}"))
                    .startsWith("auth.auth_url (clouds.yaml in")
                    .endsWith("refers to {regoin}, which isn't there");
        }

        @Test
        void aLonelyBraceIsAnErrorThatDoesNotQuoteTheText() {
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
