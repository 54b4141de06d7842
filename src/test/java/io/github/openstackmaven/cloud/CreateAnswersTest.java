package io.github.openstackmaven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.KeypairClient;
import io.github.openstackmaven.compute.KeypairCreate;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.compute.ServerGroupClient;
import io.github.openstackmaven.compute.ServerGroupCreate;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.http.NoTokens;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.UnreadableAnswerException;
import io.github.openstackmaven.network.FloatingIpClient;
import io.github.openstackmaven.network.FloatingIpCreate;
import io.github.openstackmaven.network.PortClient;
import io.github.openstackmaven.network.PortCreate;
import io.github.openstackmaven.network.SecurityGroupClient;
import io.github.openstackmaven.network.SecurityGroupCreate;
import io.github.openstackmaven.volume.VolumeClient;
import io.github.openstackmaven.volume.VolumeCreate;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every create's answer must have, or it is told to be unreadable, with what was asked and the request id. */
class CreateAnswersTest {

    @ParameterizedTest
    @MethodSource("creates")
    void what_was_made_has_the_id_of_the_answer(String body, String path, Function<ServiceClient, String> create) {
        assertThat(create.apply(service(body.formatted("\"made\"")))).isEqualTo("made");
    }

    @ParameterizedTest
    @MethodSource("creates")
    void an_answer_without_it_is_unreadable(String body, String path, Function<ServiceClient, String> create) {
        for (String id : List.of("null", "\"\"", "\" \"", "[]", "{}")) {
            assertThatThrownBy(() -> create.apply(service(body.formatted(id))))
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageContainingAll("it has no readable '", "POST http://cloud" + path, "request id req-1");
        }
    }

    @ParameterizedTest
    @MethodSource("creates")
    void so_is_one_of_something_else(String body, String path, Function<ServiceClient, String> create) {
        String thing = body.substring(2, body.indexOf('"', 2));
        for (String other : List.of("", "null", "{}", "[]", "{\"" + thing + "\": {}}", "{\"" + thing + "\": null}")) {
            assertThatThrownBy(() -> create.apply(service(other)))
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageContainingAll("POST http://cloud" + path, "request id req-1");
        }
    }

    private static Stream<Arguments> creates() {
        return Stream.of(
                create(
                        "{\"server\": {\"id\": %s}}",
                        "/servers",
                        any -> new ComputeClient(any, Optional.empty())
                                .create(new ServerRequest(
                                        ServerCreate.builder("web", "f").build(), Map.of()))
                                .id()),
                create(
                        "{\"keypair\": {\"name\": %s}}",
                        "/os-keypairs",
                        any -> new KeypairClient(any)
                                .create(KeypairCreate.ssh("key", "ssh-ed25519 AAAA"))
                                .name()),
                create(
                        "{\"server_group\": {\"id\": %s, \"name\": \"group\"}}",
                        "/os-server-groups",
                        any -> new ServerGroupClient(any)
                                .create(ServerGroupCreate.of("group", ServerGroupPolicy.AFFINITY))
                                .id()),
                create("{\"volume\": {\"id\": %s}}", "/volumes", any -> new VolumeClient(any).create(volume())),
                create(
                        "{\"port\": {\"id\": %s, \"network_id\": \"n\"}}",
                        "/ports",
                        any -> new PortClient(any)
                                .create(new PortCreate("n", "port", "", List.of(), List.of()))
                                .id()),
                create(
                        "{\"security_group\": {\"id\": %s}}",
                        "/security-groups",
                        any -> new SecurityGroupClient(any)
                                .create(new SecurityGroupCreate("group", ""))
                                .id()),
                create(
                        "{\"floatingip\": {\"id\": %s, \"floating_ip_address\": \"192.0.2.1\","
                                + " \"floating_network_id\": \"n\"}}",
                        "/floatingips",
                        any -> new FloatingIpClient(any)
                                .create(new FloatingIpCreate("n", "p", Optional.empty(), ""))
                                .id()));
    }

    private static Arguments create(String body, String path, Function<ServiceClient, String> create) {
        return arguments(body, path, create);
    }

    private static VolumeCreate volume() {
        return VolumeCreate.builder("volume").size(Optional.of(1)).build();
    }

    private static ServiceClient service(String answer) {
        HttpHeaders headers = HttpHeaders.of(Map.of("x-openstack-request-id", List.of("req-1")), (name, value) -> true);
        return new ServiceClient(
                "any", URI.create("http://cloud"), request -> new Response(200, headers, answer), new NoTokens());
    }
}
