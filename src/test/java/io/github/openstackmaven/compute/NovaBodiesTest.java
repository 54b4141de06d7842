package io.github.openstackmaven.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.http.TokenSource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every body is one that Nova takes at the microversion it is sent with, which is the first that takes it. */
class NovaBodiesTest {
    private static final String ID = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    private final NovaSchemas schemas = new NovaSchemas();

    @ParameterizedTest
    @EnumSource
    void a_feature_is_asked_for_at_the_first_microversion_that_knows_it(ServerFeature feature) {
        Request request = create(asking(feature));

        assertThat(microversion(request)).isEqualTo(feature.since());
        assertIsOfThatMicroversionAndNoneBefore(request);
    }

    @Test
    void what_nova_always_knew_is_asked_for_without_a_microversion() {
        ServerCreate server = ServerCreate.builder("web", "1")
                .imageRef(Optional.of(ID))
                .networks(on(Optional.empty()))
                .securityGroups(List.of(new ServerCreate.SecurityGroupRef("ssh")))
                .keyName(Optional.of("key"))
                .metadata(Map.of("maven:build", "b", "empty", ""))
                .userData(Optional.of(encoded(40_000)))
                .configDrive(Optional.of(true))
                .availabilityZone(Optional.of("nova"))
                .adminPass(Optional.of("passw0rd"))
                .blockDevices(List.of(
                        disk("local", Optional.of(0), Optional.empty(), Optional.empty()),
                        disk("volume", Optional.empty(), Optional.empty(), Optional.empty())))
                .build();

        Request request = create(server);

        assertThat(request.headers()).doesNotContainKey("OpenStack-API-Version");
        assertThat(schemas.complaints(request)).isEmpty();
    }

    @Test
    void all_features_together_are_asked_for_at_the_microversion_of_the_last() {
        ServerCreate server = server(
                on(Optional.of("outer")),
                Optional.of("for tests"),
                List.of("ci"),
                Optional.of("db-1"),
                List.of(disk("volume", Optional.of(0), Optional.of("ssd"), Optional.of("root"))));

        Request request = create(server);

        assertThat(microversion(request)).isEqualTo(ServerFeature.HOSTNAME.since());
        assertThat(schemas.complaints(request)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_server_groups_policy_is_asked_for_at_the_first_microversion_that_knows_it(ServerGroupPolicy policy) {
        Request request = sent(
                nova -> new ServerGroupClient(nova).create(ServerGroupCreate.of("group", policy)),
                "{\"server_group\": {\"id\": \"g\", \"name\": \"group\", \"policies\": [], \"members\": []}}");

        assertThat(microversion(request)).isEqualTo(policy.since());
        assertIsOfThatMicroversionAndNoneBefore(request);
    }

    @Test
    void a_server_groups_rule_is_asked_for_at_the_first_microversion_that_knows_it() {
        assertIsOfThatMicroversionAndNoneBefore(sent(
                nova -> new ServerGroupClient(nova)
                        .create(new ServerGroupCreate("group", ServerGroupPolicy.ANTI_AFFINITY, Optional.of(2))),
                "{\"server_group\": {\"id\": \"g\", \"name\": \"group\", \"policy\": \"\", \"members\": []}}"));
    }

    @Test
    void a_keypair_is_brought_at_the_first_microversion_that_knows_its_type() {
        assertIsOfThatMicroversionAndNoneBefore(sent(
                nova -> new KeypairClient(nova).create(KeypairCreate.ssh("key", "ssh-ed25519 AAAA")),
                "{\"keypair\": {\"name\": \"key\", \"public_key\": \"\", \"fingerprint\": \"\"}}"));
    }

    @Test
    void metadata_and_console_are_asked_for_as_nova_always_knew() {
        Consumer<ServiceClient> both = nova -> {
            ComputeClient compute = new ComputeClient(nova, Optional.empty());
            compute.addMetadata(ID, Map.of("maven:expires-at", "2026-01-01T00:00:00Z", "empty", ""));
            compute.consoleLog(ID, 50);
        };

        assertThat(allSent(both, "{\"output\": \"\"}"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(schemas.complaints(request)).isEmpty());
    }

    private void assertIsOfThatMicroversionAndNoneBefore(Request request) {
        assertThat(schemas.complaints(request)).isEmpty();
        Microversion least = microversion(request);
        if (least.equals(new Microversion(2, 1))) return;
        Microversion before = new Microversion(2, least.minor() - 1);
        assertThat(schemas.complaints(
                        new Request(request.method(), request.uri(), VersionHeaders.of(before), request.body())))
                .isNotEmpty();
    }

    // A new feature does not compile here until it has a body.
    private static ServerCreate asking(ServerFeature feature) {
        Optional<String> none = Optional.empty();
        return switch (feature) {
            case DESCRIPTION -> server(on(none), Optional.of("for tests"), List.of(), none, List.of());
            case ALLOCATION ->
                server(Optional.of(new ServerCreate.Allocation("none")), none, List.of(), none, List.of());
            case INTERFACE_TAG -> server(on(Optional.of("outer")), none, List.of(), none, List.of());
            case DISK_TAG -> disks(disk("volume", Optional.of(0), none, Optional.of("root")));
            case TAGS -> server(on(none), none, List.of("ci"), none, List.of());
            case VOLUME_TYPE -> disks(disk("volume", Optional.of(0), Optional.of("ssd"), none));
            case HOSTNAME -> server(on(none), none, List.of(), Optional.of("db-1"), List.of());
            case DOMAIN -> server(on(none), none, List.of(), Optional.of("db-1.example.org"), List.of());
        };
    }

    private static ServerCreate disks(BlockDevice disk) {
        return server(
                Optional.of(new ServerCreate.Allocation("auto")),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(disk));
    }

    private static ServerCreate server(
            Optional<ServerCreate.Networks> networks,
            Optional<String> description,
            List<String> tags,
            Optional<String> hostname,
            List<BlockDevice> disks) {
        return ServerCreate.builder("web", "1")
                .imageRef(Optional.of(ID))
                .networks(networks)
                .description(description)
                .tags(tags)
                .hostname(hostname)
                .blockDevices(disks)
                .build();
    }

    private static Optional<ServerCreate.Networks> on(Optional<String> tag) {
        return Optional.of(new ServerCreate.Interfaces(
                List.of(new ServerCreate.Interface(Optional.of(ID), Optional.empty(), Optional.of("10.0.0.7"), tag))));
    }

    private static BlockDevice disk(
            String destination, Optional<Integer> bootIndex, Optional<String> type, Optional<String> tag) {
        return Shown.as(
                BlockDevice.class,
                Json.write(Map.of(
                        "uuid", ID,
                        "source_type", "image",
                        "destination_type", destination,
                        "boot_index", bootIndex,
                        "volume_size", 5,
                        "delete_on_termination", true,
                        "volume_type", type,
                        "tag", tag)));
    }

    private static String encoded(int length) {
        return Base64.getEncoder().encodeToString("x".repeat(length).getBytes(StandardCharsets.UTF_8));
    }

    private static Request create(ServerCreate server) {
        return sent(
                nova -> new ComputeClient(nova, Optional.empty())
                        .create(new ServerRequest(server, Map.of("group", ID))),
                "{\"server\": {\"id\": \"s1\"}}");
    }

    private static Request sent(Consumer<ServiceClient> call, String answer) {
        return allSent(call, answer).get(0);
    }

    private static List<Request> allSent(Consumer<ServiceClient> call, String answer) {
        List<Request> sent = new ArrayList<>();
        call.accept(new ServiceClient(
                "compute",
                URI.create("http://cloud/v2.1"),
                request -> {
                    sent.add(request);
                    return new Response(200, HttpHeaders.of(Map.of(), (name, value) -> true), answer);
                },
                new NoToken()));
        return sent;
    }

    private static Microversion microversion(Request request) {
        return Microversion.parse(request.headers().getOrDefault("X-OpenStack-Nova-API-Version", ""));
    }

    private record NoToken() implements TokenSource {
        @Override
        public Optional<Secret> token() {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> renew(Optional<Secret> rejected) {
            return rejected;
        }
    }
}
