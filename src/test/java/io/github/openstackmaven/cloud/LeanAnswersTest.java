package io.github.openstackmaven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.KeypairClient;
import io.github.openstackmaven.compute.Limits;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerGroupClient;
import io.github.openstackmaven.http.NoTokens;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.UnreadableAnswerException;
import io.github.openstackmaven.image.GlanceImages;
import io.github.openstackmaven.network.FloatingIpClient;
import io.github.openstackmaven.network.NetworkClient;
import io.github.openstackmaven.network.PortClient;
import io.github.openstackmaven.network.SecurityGroupClient;
import io.github.openstackmaven.output.ListTables;
import io.github.openstackmaven.volume.VolumeClient;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an old or odd cloud may leave out of its answers, or fill with null, and what it may not. */
class LeanAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"fault\": null, \"addresses\": null, \"created\": null, \"name\": null"})
    void a_server_needs_id_status_and_metadata(String others) {
        Server server = nova("""
                {"server": {"id": "s1", "status": "BUILD", "metadata": {}%s}}""".formatted(others)).server("s1").orElseThrow();

        assertThat(server.name()).isEmpty();
        assertThat(server.addresses()).isEmpty();
        assertThat(server.created()).isEmpty();
        assertThat(server.fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": null, \"status\": null, \"metadata\": null}",
                "{\"status\": \"ACTIVE\", \"metadata\": {}}",
                "{\"id\": \"s1\", \"metadata\": {}}",
                // without its marks it would be somebody else's
                "{\"id\": \"s1\", \"status\": \"ACTIVE\"}",
            })
    void a_server_without_them_is_none(String server) {
        assertThatThrownBy(() -> nova("{\"server\": " + server + "}").server("s1"))
                .isInstanceOf(UnreadableAnswerException.class);
        assertThatThrownBy(() -> nova("{\"servers\": [" + server + "]}").all())
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void a_fault_may_be_a_word_alone_or_nothing() {
        assertThat(fault("{\"message\": \"No valid host\"}").message()).isEqualTo("No valid host");
        assertThat(fault("{\"code\": null, \"message\": null}").message()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"output\": null}"})
    void a_console_may_have_no_output(String body) {
        assertThat(nova(body).consoleLog("s1", 10)).isEmpty();
    }

    @Test
    void limits_that_are_not_told_are_unknown() {
        assertThat(nova("{\"limits\": {\"absolute\": {}}}").limits()).isEqualTo(Limits.unknown());
        assertThat(nova("{\"limits\": {\"absolute\": {\"maxTotalCores\": 20, \"totalCoresUsed\": null}}}")
                        .limits()
                        .maxTotalCores())
                .contains(20);
    }

    @Test
    void a_nova_that_tells_its_age_speaks_those_microversions() {
        assertThat(version("2.1", "2.14").microversions()).get().hasToString("2.1 to 2.14");
        assertThat(version("", "").microversions()).get().hasToString("2.1 alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": {\"min_version\": null, \"version\": null}}",
                "{\"version\": {}}",
                "{}",
                "null",
                "<html>"
            })
    void a_nova_that_does_not_tell_its_age_is_left_to_refuse_what_it_does_not_know(String body) {
        assertThat(nova(body).microversions()).isEmpty();
    }

    @Test
    void a_keypair_of_an_old_cloud_has_no_type_and_is_listed() {
        KeypairClient nova = new KeypairClient(service("""
                {"keypairs": [{"keypair": {"name": "mine", "type": null}}]}"""));

        assertThat(ListTables.keypairs(nova.all()).lines()).last().asString().startsWith("mine");
    }

    @Test
    void a_keypair_of_null_fields_is_none() {
        KeypairClient nova = new KeypairClient(service("""
                {"keypair": {"name": null, "fingerprint": null, "public_key": null}}"""));

        assertThatThrownBy(() -> nova.byName("mine")).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void a_server_group_may_tell_no_policies() {
        assertThat(new ServerGroupClient(service("{\"server_groups\": [{\"id\": \"g\", \"name\": \"one\"}]}")).all())
                .singleElement()
                .satisfies(group -> assertThat(group.policies()).isEmpty());
    }

    @Test
    void an_action_may_have_no_steps() {
        assertThat(nova("""
                {"instanceActions": [{"action": null, "request_id": "r", "start_time": "2026-01-01T00:00:00"}]}""").actions("s1"))
                .singleElement()
                .satisfies(action -> assertThat(action.events()).isEmpty());
    }

    @Test
    void an_image_needs_id_and_status() {
        assertThat(new GlanceImages(service("""
                {"images": [{"id": "i", "status": "active", "name": null, "created_at": null, "min_disk": null}]}""")).all()).singleElement().satisfies(image -> {
            assertThat(image.name()).isEmpty();
            assertThat(image.createdAt()).isEmpty();
            assertThat(image.minDisk()).isZero();
            assertThat(ListTables.images(List.of(image)).lines())
                    .last()
                    .asString()
                    .contains("unknown");
        });
    }

    @Test
    void things_of_a_neutron_without_extensions_have_no_descriptions_owners_and_times() {
        assertThat(new NetworkClient(service("{\"networks\": [{\"id\": \"n\", \"tenant_id\": \"p\"}]}")).all())
                .singleElement()
                .satisfies(network -> {
                    assertThat(network.projectId()).isEqualTo("p");
                    assertThat(network.external()).isFalse();
                });
        assertThat(new PortClient(service("{\"ports\": [{\"id\": \"o\", \"network_id\": \"n\"}]}")).all())
                .singleElement()
                .satisfies(port -> {
                    assertThat(port.description()).isEmpty();
                    assertThat(port.fixedIps()).isEmpty();
                });
        assertThat(new FloatingIpClient(service("""
                {"floatingips": [{"id": "f", "floating_ip_address": "192.0.2.1", "floating_network_id": "n"}]}""")).all())
                .singleElement()
                .satisfies(floating -> assertThat(floating.portId()).isEmpty());
        assertThat(new SecurityGroupClient(service("{\"security_groups\": [{\"id\": \"g\", \"name\": \"web\"}]}"))
                        .all())
                .singleElement()
                .satisfies(group -> assertThat(group.rules()).isEmpty());
    }

    @Test
    void a_volume_needs_id_status_size_and_metadata() {
        VolumeClient cinder = new VolumeClient(service("""
                {"volumes": [{"id": "v", "status": "in-use", "size": 1, "metadata": {"a": null},
                  "attachments": [{"server_id": "s1", "device": null}]}]}"""));

        assertThat(cinder.all()).singleElement().satisfies(volume -> {
            assertThat(volume.bootable()).isEmpty();
            assertThat(volume.createdAt()).isEmpty();
            assertThat(volume.metadata()).isEmpty();
        });
        assertThatThrownBy(() ->
                        new VolumeClient(service("{\"volume\": {\"id\": \"v\", \"status\": \"in-use\"}}")).byId("v"))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void servers_whose_age_is_not_told_are_listed() {
        List<Server> servers = nova("""
                {"servers": [{"id": "s1", "status": "ACTIVE",
                  "metadata": {"maven:build": "b", "maven:launch": "l"}}]}""").all();

        assertThat(ListTables.servers(servers, Instant.EPOCH).lines())
                .last()
                .asString()
                .contains("unknown");
    }

    private static Server.Fault fault(String fault) {
        return nova("{\"server\": {\"id\": \"s1\", \"status\": \"ERROR\", \"metadata\": {}, \"fault\": " + fault + "}}")
                .server("s1")
                .flatMap(Server::fault)
                .orElseThrow();
    }

    private static ComputeClient version(String oldest, String newest) {
        return nova("{\"version\": {\"min_version\": \"" + oldest + "\", \"version\": \"" + newest + "\"}}");
    }

    private static ComputeClient nova(String answer) {
        return new ComputeClient(service(answer), Optional.empty());
    }

    private static ServiceClient service(String answer) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new ServiceClient(
                "any", URI.create("http://cloud"), request -> new Response(200, none, answer), new NoTokens());
    }
}
