package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.TeardownEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchOutputsTest {
    private static final Launched WEB = Examples.launched("s1", "web", "10.0.0.5");
    private static final Launched DB = Examples.launched("s2", "db", "10.0.0.6");

    @TempDir
    Path folder;

    @Test
    void later_plugins_find_the_server_in_properties() {
        Launched reachable = Examples.withLogin(WEB, "debian", folder.resolve("id"));

        assertThat(outputs(reachable).properties())
                .containsEntry("openstack.server.id", "s1")
                .containsEntry("openstack.server.name", "web")
                .containsEntry("openstack.server.ip", "10.0.0.5")
                .containsEntry("openstack.server.user", "debian")
                .containsEntry("openstack.server.keyFile", folder.resolve("id").toString())
                .containsEntry("openstack.server.web.id", "s1")
                .containsEntry(
                        "openstack.server.web.keyFile", folder.resolve("id").toString())
                .containsEntry("openstack.servers.ids", "s1")
                .containsEntry("openstack.servers.ips", "10.0.0.5");
    }

    @Test
    void of_several_servers_the_first_is_the_server_and_each_is_found_by_name() {
        assertThat(outputs(WEB, DB).properties())
                .containsEntry("openstack.server.id", "s1")
                .containsEntry("openstack.server.db.ip", "10.0.0.6")
                .containsEntry("openstack.servers.ids", "s1,s2")
                .containsEntry("openstack.servers.ips", "10.0.0.5,10.0.0.6");
    }

    @Test
    void servers_that_are_gone_are_told_to_nobody_any_more() throws IOException {
        Launched elsewhere = Examples.withSshAt(Examples.launched("s3", "app", "10.0.0.7"), 2222);
        LaunchOutputs.of(
                        List.of(WEB, DB, elsewhere),
                        List.of("10.0.0.5 ssh-ed25519 A", "10.0.0.6 ssh-ed25519 B", "[10.0.0.7]:2222 ssh-ed25519 C"))
                .write(folder);

        LaunchOutputs.remove(folder, Set.of("s1", "s3", "another's"));

        assertThat(ServersFile.read(folder).servers())
                .extracting(LaunchedServer::name)
                .containsExactly("db");
        for (String file : List.of("ssh_config", "inventory.yml", "servers.properties", "servers.env", "known_hosts")) {
            assertThat(Files.readString(folder.resolve(file)))
                    .as(file)
                    .contains("10.0.0.6")
                    .doesNotContain("10.0.0.5", "10.0.0.7");
        }
    }

    @Test
    void where_nothing_was_written_nothing_is_taken_out() {
        LaunchOutputs.remove(folder, Set.of("s1"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_later_launch_adds_to_what_an_earlier_one_has_left_and_replaces_what_has_its_name() {
        BuildOutputs published = new BuildOutputs();
        published.with(outputs(WEB, DB));

        LaunchOutputs both = published.with(outputs(Examples.launched("s3", "cache", "10.0.0.7")));
        LaunchOutputs replaced = published.with(outputs(Examples.launched("s4", "web", "10.0.0.8")));

        assertThat(both.properties())
                .containsEntry("openstack.server.id", "s1")
                .containsEntry("openstack.server.cache.ip", "10.0.0.7")
                .containsEntry("openstack.servers.ids", "s1,s2,s3");
        assertThat(replaced.properties())
                .containsEntry("openstack.server.web.id", "s4")
                .containsEntry("openstack.servers.ids", "s2,s3,s4");
    }

    @Test
    void what_was_deleted_between_two_launches_is_not_told_again() {
        BuildOutputs published = new BuildOutputs();
        published.with(outputs(WEB));
        published.teardown(new TeardownEvent.Deleted(
                new Resource(ResourceType.SERVER, "s1", "web", Optional.empty(), Optional.empty(), Optional.empty())));

        assertThat(published.with(outputs(DB)).properties())
                .containsEntry("openstack.server.id", "s2")
                .containsEntry("openstack.servers.ids", "s2");
    }

    @Test
    void a_server_without_an_address_leaves_no_ip() {
        assertThat(outputs(Examples.withoutAddress(WEB)).properties())
                .doesNotContainKey("openstack.server.ip")
                .containsEntry("openstack.servers.ips", "");
    }

    @Test
    void the_admin_password_is_a_property_and_in_no_file_and_no_log() throws IOException {
        LaunchOutputs outputs = outputs(Examples.withPassword(WEB, "s3cret"), DB);

        outputs.write(folder);

        assertThat(outputs.properties())
                .containsEntry("openstack.server.adminPassword", "s3cret")
                .containsEntry("openstack.server.web.adminPassword", "s3cret")
                .doesNotContainKey("openstack.server.db.adminPassword");
        assertThat(outputs.summary() + outputs.toString()).doesNotContain("s3cret");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("s3cret"));
        }
    }

    @Test
    void programs_find_the_servers_in_servers_json() throws IOException {
        Path file =
                outputs(Examples.withLogin(WEB, "debian", Path.of("/keys/id"))).write(folder.resolve("openstack"));

        JsonNode server = new ObjectMapper().readTree(file.toFile()).at("/servers/0");
        assertThat(server.at("/id").asText()).isEqualTo("s1");
        assertThat(server.at("/ip").asText()).isEqualTo("10.0.0.5");
        assertThat(server.at("/user").asText()).isEqualTo("debian");
        assertThat(server.at("/keyFile").asText()).endsWith("id").doesNotStartWith("file:");
        assertThat(server.at("/image/name").asText()).isEqualTo("debian-12");
        assertThat(server.at("/networks/0/name").asText()).isEqualTo("lan");
    }

    @Test
    void only_the_files_of_the_contract_are_left() throws IOException {
        outputs(WEB).write(folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "servers.json",
                            "servers.properties",
                            "servers.env",
                            "ssh_config",
                            "known_hosts",
                            "inventory.yml");
        }
    }

    @Test
    void java_reads_the_properties_back_whatever_the_names() throws IOException {
        LaunchOutputs outputs = outputs(Examples.launched("s1", "#wéb: =\\ 世界", "10.0.0.5"));

        outputs.write(folder);

        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("servers.properties"))) {
            read.load(in);
        }
        assertThat(read).isEqualTo(outputs.properties());
    }

    @Test
    void the_same_launch_leaves_the_same_properties_file() {
        outputs(WEB, DB).write(folder);

        assertThat(folder.resolve("servers.properties")).content().isEqualTo("""
                        openstack.server.db.id=s2
                        openstack.server.db.ip=10.0.0.6
                        openstack.server.db.name=db
                        openstack.server.id=s1
                        openstack.server.ip=10.0.0.5
                        openstack.server.name=web
                        openstack.server.web.id=s1
                        openstack.server.web.ip=10.0.0.5
                        openstack.server.web.name=web
                        openstack.servers.ids=s1,s2
                        openstack.servers.ips=10.0.0.5,10.0.0.6
                        """);
    }

    private static LaunchOutputs outputs(Launched... launched) {
        return LaunchOutputs.of(List.of(launched), List.of());
    }
}
