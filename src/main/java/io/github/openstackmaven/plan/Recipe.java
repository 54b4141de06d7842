package io.github.openstackmaven.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a launch makes: its servers, each after those it waits for, and for each what is made before and after it. */
public record Recipe(List<NewServer> servers) {
    public Recipe {
        servers = List.copyOf(servers);
    }

    /**
     * That of servers to be made, which share one ephemeral keypair; those that let in the same share the security group of
     * the first of them.
     */
    public static Recipe of(List<PlannedServer> servers) {
        Optional<NewKeypair> keypair =
                servers.stream().filter(Recipe::wantsKeypair).findFirst().map(server -> new NewKeypair(server.name()));
        Map<List<IngressRule>, Optional<NewSecurityGroup>> groups = new HashMap<>();
        servers.forEach(server -> groups.putIfAbsent(server.access().ingress(), server.ingressGroup()));
        return new Recipe(new DependencyOrder<>(servers, PlannedServer::spec)
                .sorted().stream()
                        .map(server -> new NewServer(
                                server,
                                keypair.filter(one -> wantsKeypair(server)),
                                groups.getOrDefault(server.access().ingress(), Optional.empty())))
                        .toList());
    }

    private static boolean wantsKeypair(PlannedServer server) {
        return server.access().key() instanceof KeySpec.Ephemeral;
    }

    /** Every create in the order of their dependencies: what servers share, then server by server. */
    public List<Create> creates() {
        Map<String, NewServers> together = new HashMap<>();
        together().forEach(create -> create.names().forEach(name -> together.put(name, create)));
        return Stream.concat(
                        servers.stream()
                                .flatMap(server -> server.shared().stream())
                                .distinct(),
                        servers.stream()
                                .flatMap(server -> Optional.ofNullable(together.get(server.name()))
                                        .map(create -> create.unshared(server))
                                        .orElseGet(server::unshared)))
                .toList();
    }

    /** The creates that make several servers each. */
    public List<NewServers> together() {
        return NewServers.among(servers);
    }

    /** The create of the server of that name; none where it is there already and reused. */
    public Optional<NewServer> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    /** What it takes of the project's quotas. */
    public Costs costs() {
        return creates().stream().map(Create::costs).collect(Costs.sum());
    }

    /** The requests, as far as they are known before anything is made. */
    public List<PlannedRequest> foreseen(Marking marking) {
        return creates().stream().map(create -> create.foreseen(marking)).toList();
    }
}
