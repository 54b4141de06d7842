package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackmaven.launch.Launched;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class InventoryTest {
    private static final Launched WEB =
            Examples.withLogin(Examples.launched("s1", "web", "10.0.0.5"), "debian", Path.of("/my keys/id"));

    @TempDir
    Path folder;

    @Test
    void ansible_is_told_how_to_reach_each_server() {
        JsonNode web = read(WEB).at("/all/hosts/web");

        assertThat(web.at("/ansible_host").asText()).isEqualTo("10.0.0.5");
        assertThat(web.at("/ansible_user").asText()).isEqualTo("debian");
        assertThat(web.at("/ansible_ssh_private_key_file").asText())
                .isEqualTo(Path.of("/my keys/id").toAbsolutePath().toString());
        assertThat(web.at("/ansible_ssh_common_args").asText())
                .contains("UserKnownHostsFile=\"", "known_hosts\"", "-o StrictHostKeyChecking=accept-new");
    }

    @Test
    void a_group_has_its_servers_that_have_an_address() {
        JsonNode all = inventory(
                server("s1", "db", List.of()),
                server("s2", "web-1", List.of("app")),
                server("s3", "web-2", List.of("app", "blue")));

        assertThat(all.at("/children/app/hosts").fieldNames()).toIterable().containsExactly("web-1", "web-2");
        assertThat(all.at("/children/blue/hosts").fieldNames()).toIterable().containsExactly("web-2");
        assertThat(all.at("/hosts").fieldNames()).toIterable().containsExactly("db", "web-1", "web-2");
    }

    @Test
    void it_is_written_as_people_write_it() throws IOException {
        inventory(server("s2", "web-1", List.of("app")), server("s3", "web-2", List.of("app")));

        assertThat(folder.resolve("inventory.yml"))
                .content()
                .contains("web-1: {}")
                .contains("web-2: {}");
    }

    @Test
    void a_group_that_another_launchs_server_is_called_like_is_left_out() {
        JsonNode all = inventory(server("s1", "app", List.of()), server("s2", "web", List.of("app")));

        assertThat(all.has("children")).isFalse();
    }

    private static LaunchedServer server(String id, String name, List<String> groups) {
        return LaunchedServer.builder(id, name, "ACTIVE", new LaunchedServer.Named("f1", "m1.tiny"))
                .ip(Optional.of("10.0.0.5"))
                .groups(groups)
                .build();
    }

    private JsonNode inventory(LaunchedServer... servers) {
        new LaunchOutputs(List.of(servers), Map.of(), List.of()).write(folder);
        return read().at("/all");
    }

    @Test
    void no_server_with_an_address_is_a_valid_inventory_too() {
        assertThat(read(Examples.withoutAddress(WEB)).at("/all/hosts").isObject())
                .isTrue();
    }

    @Test
    void a_name_is_no_pattern_and_no_yaml() {
        JsonNode hosts = read(
                        Examples.launched("s1", "web[1:3], db: {a: b}", "10.0.0.5"),
                        Examples.launched("s2", "true", "10.0.0.6"),
                        Examples.launched("s3", "世界", "10.0.0.7"))
                .at("/all/hosts");

        assertThat(hosts.fieldNames()).toIterable().containsExactly("web-1-3---db---a--b-", "true", "世界");
    }

    @Test
    void what_ansible_would_run_as_a_template_is_told_to_be_none() {
        write(
                Examples.withLogin(
                        Examples.launched("{{ 7 * 7 }}", "web", "10.0.0.5"),
                        "{{ lookup('pipe', 'id') }}",
                        Path.of("/my {% keys/id")),
                Examples.launched("s2", "db", "10.0.0.6"));

        assertThat(folder.resolve("inventory.yml"))
                .content()
                .contains("openstack_id: !unsafe \"{{ 7 * 7 }}\"", "ansible_user: !unsafe \"{{ lookup(")
                .contains("ansible_ssh_private_key_file: !unsafe \"", "openstack_id: s2")
                .doesNotContainPattern("(?m)^(?!.*!unsafe).*\\{[{%#]");
    }

    @Test
    void ansible_itself_accepts_it() throws Exception {
        Optional<Path> ansible = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(path -> Path.of(path, "ansible-inventory"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(ansible.isPresent(), "no Ansible here");
        write(WEB, Examples.launched("s2", "web[1:3] {{ x }}", "fd00::5"));

        Process process = new ProcessBuilder(
                        ansible.get().toString(),
                        "--list",
                        "-i",
                        folder.resolve("inventory.yml").toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        JsonNode hosts = new ObjectMapper().readTree(process.getInputStream()).at("/_meta/hostvars");

        assertThat(process.waitFor()).isZero();
        assertThat(hosts.at("/web/ansible_host").asText()).isEqualTo("10.0.0.5");
        assertThat(hosts.at("/web-1-3-----x---/ansible_host").asText()).isEqualTo("fd00::5");
        assertThat(folder.resolve("errors")).content().doesNotContain("Failed", "ERROR");
    }

    private void write(Launched... launched) {
        LaunchOutputs.of(List.of(launched), List.of()).write(folder);
    }

    private JsonNode read(Launched... launched) {
        write(launched);
        return read();
    }

    private JsonNode read() {
        try {
            Object tree = new Yaml().load(Files.readString(folder.resolve("inventory.yml")));
            return new ObjectMapper().valueToTree(tree);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
