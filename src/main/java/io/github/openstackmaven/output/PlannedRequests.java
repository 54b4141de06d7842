package io.github.openstackmaven.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.network.FloatingIpCreate;
import io.github.openstackmaven.plan.Equipment;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedBoot;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServerGroup;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.plan.ServerOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that a launch would create, in its order: what servers share, then for each what it needs, itself, its floating IP.
 *
 * @param metadata the marks, where there is metadata
 * @param description the marks, where there is a description
 * @param keyName the marks, where there is but a name
 */
public record PlannedRequests(Map<String, String> metadata, String description, String keyName) {
    private static final Secret MASKED = Secret.of("***");

    private record Keypair(
            String name,
            String type,
            @JsonProperty("public_key") String publicKey) {}

    private record SecurityGroup(String name, String description) {}

    private record ServerGroup(String name, List<String> policies) {}

    /** The requests of a plan. */
    public List<PlannedRequest> of(Plan plan) {
        return Stream.of(
                        keypair(plan),
                        serverGroups(plan),
                        plan.servers().stream().flatMap(this::server))
                .flatMap(requests -> requests)
                .toList();
    }

    private Stream<PlannedRequest> keypair(Plan plan) {
        return plan.servers().stream().anyMatch(PlannedRequests::hasEphemeralKey)
                ? Stream.of(PlannedRequest.compute(
                        "/os-keypairs",
                        Map.of("keypair", new Keypair(keyName, "ssh", "<public key made by the launch>"))))
                : Stream.empty();
    }

    private static boolean hasEphemeralKey(PlannedServer server) {
        return server.access().key() instanceof KeySpec.Ephemeral;
    }

    private static Stream<PlannedRequest> serverGroups(Plan plan) {
        return plan.servers().stream()
                .flatMap(server -> newGroup(server).stream())
                .distinct()
                .map(group -> PlannedRequest.compute(
                        "/os-server-groups",
                        Map.of(
                                "server_group",
                                new ServerGroup(
                                        group.name(), List.of(group.policy().word())))));
    }

    private static Optional<PlannedServerGroup.New> newGroup(PlannedServer server) {
        return server.serverGroup()
                .filter(PlannedServerGroup.New.class::isInstance)
                .map(PlannedServerGroup.New.class::cast);
    }

    private Stream<PlannedRequest> server(PlannedServer server) {
        Equipment equipment = Equipment.foreseen(server, keyName);
        return Stream.of(
                        ingress(server),
                        ports(server, equipment),
                        volumes(server),
                        Stream.of(PlannedRequest.compute(
                                "/servers", masked(server).create(metadata, equipment, UnaryOperator.identity()))),
                        floatingIp(server))
                .flatMap(requests -> requests);
    }

    private Stream<PlannedRequest> ingress(PlannedServer server) {
        if (server.access().ingress().isEmpty()) return Stream.empty();
        String name = server.ingressGroupName();
        return Stream.concat(
                Stream.of(PlannedRequest.network(
                        "/security-groups", Map.of("security_group", new SecurityGroup(name, description)))),
                server.access().rules(Equipment.idOf("security group", name)).stream()
                        .map(rule ->
                                PlannedRequest.network("/security-group-rules", Map.of("security_group_rule", rule))));
    }

    private Stream<PlannedRequest> ports(PlannedServer server, Equipment equipment) {
        List<PlannedNetworks.Nic> nics = server.networks().nics();
        return IntStream.range(0, nics.size())
                .filter(index -> nics.get(index) instanceof PlannedNetworks.OnOwnPort)
                .mapToObj(index -> PlannedRequest.network(
                        "/ports",
                        Map.of(
                                "port",
                                ((PlannedNetworks.OnOwnPort) nics.get(index))
                                        .create(
                                                server.portName(index),
                                                description,
                                                server.access().groups(equipment.ingressGroup())))));
    }

    private Stream<PlannedRequest> volumes(PlannedServer server) {
        Stream<PlannedVolume> boot =
                server.boot() instanceof PlannedBoot.OnVolume on ? Stream.of(on.volume()) : Stream.empty();
        return Stream.concat(boot, server.volumes().stream())
                .filter(PlannedVolume.New.class::isInstance)
                .map(volume -> PlannedRequest.volume(
                        "/volumes", Map.of("volume", ((PlannedVolume.New) volume).create(metadata))));
    }

    private Stream<PlannedRequest> floatingIp(PlannedServer server) {
        return server.access().floatingNetwork().stream()
                .map(network -> PlannedRequest.network(
                        "/floatingips",
                        Map.of(
                                "floatingip",
                                new FloatingIpCreate(
                                        network.id(),
                                        Equipment.idOf("port of server", server.name()),
                                        Optional.empty(),
                                        description))));
    }

    private static PlannedServer masked(PlannedServer server) {
        ServerOptions options = server.spec().options();
        if (options.adminPassword().isEmpty()) return server;
        return new PlannedServer(
                server.spec().withOptions(options.withAdminPassword(MASKED)),
                server.boot(),
                server.flavor(),
                server.networks(),
                server.access(),
                server.serverGroup(),
                server.volumes());
    }
}
