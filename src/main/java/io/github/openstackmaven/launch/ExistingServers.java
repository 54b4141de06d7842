package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.plan.Costs;
import io.github.openstackmaven.plan.EarlierServers;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.Recipe;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to do about servers that are there already.
 *
 * @param project whose servers may be taken or deleted: groupId:artifactId
 * @param servers those of the cloud's project that have the names asked for
 * @param doomed those that are to be replaced, and what goes with them
 * @param freed what that gives back to the quotas, besides the servers' own
 */
public record ExistingServers(
        IfExists policy, String project, List<Server> servers, List<Resource> doomed, Costs freed) {
    public ExistingServers {
        servers = List.copyOf(servers);
        doomed = List.copyOf(doomed);
    }

    /** Those of a cloud's project that have the names asked for, none of them doomed yet. */
    static ExistingServers of(IfExists policy, String project, List<Server> servers) {
        return new ExistingServers(policy, project, servers, List.of(), Costs.none());
    }

    /** Whatever there is, it is in nobody's way. */
    public static ExistingServers ignored() {
        return of(IfExists.CREATE, "", List.of());
    }

    /** What a plan of servers of these names is to know of them. */
    public EarlierServers earlier(List<ServerSpec> specs) {
        return switch (policy) {
            case CREATE, FAIL -> EarlierServers.none();
            case REUSE -> new EarlierServers(ours(specs), List.of(), Costs.none());
            case REPLACE -> new EarlierServers(List.of(), ours(specs), freed);
        };
    }

    /** This project's servers of these names. */
    List<Server> ours(List<ServerSpec> specs) {
        return specs.stream().flatMap(spec -> ours(spec.name())).toList();
    }

    /** The same, of which those are doomed. */
    ExistingServers dooming(List<Resource> others, Costs free) {
        return new ExistingServers(policy, project, servers, others, free);
    }

    /**
     * Those that are taken for planned servers, by their names; the others are made.
     *
     * @throws OpenStackException when there may be none, or none that can be taken
     */
    public Map<String, Server> reused(Plan plan) {
        Map<String, Server> reused = new LinkedHashMap<>();
        for (PlannedServer server : plan.servers()) {
            reused(server).ifPresent(one -> reused.put(server.name(), one));
        }
        plan.servers().stream()
                .filter(server -> reused.containsKey(server.name()))
                .forEach(server -> demandTrue(server, plan.recipe()));
        return reused;
    }

    // Its user data has the addresses that there were when it was made.
    private void demandTrue(PlannedServer plan, Recipe made) {
        plan.references().stream()
                .filter(other -> made.server(other).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw unusable(
                            plan,
                            ours(plan.name()).toList(),
                            "was told the address of '" + other + "', which is made anew");
                });
    }

    private Optional<Server> reused(PlannedServer plan) {
        List<Server> ours = ours(plan.name()).toList();
        if (policy == IfExists.FAIL) demandNone(plan.name());
        return policy == IfExists.REUSE && !ours.isEmpty() ? Optional.of(reusable(plan, ours)) : Optional.empty();
    }

    private void demandNone(String name) {
        List<Server> namesakes = namesakes(name).toList();
        if (namesakes.isEmpty()) return;
        throw new OpenStackException(
                "There is a server '" + name + "' already: " + ids(namesakes),
                "Delete it, give this one another <name>, or say reuse or replace in <ifExists>.");
    }

    private static Server reusable(PlannedServer plan, List<Server> ours) {
        String wanted = digest(plan);
        List<Server> alike = ours.stream()
                .filter(server -> wanted.equals(server.metadata().get(NewServer.SPEC)))
                .toList();
        if (alike.isEmpty()) {
            throw unusable(plan, ours, "was made from another description");
        }
        return alike.stream()
                .filter(server -> server.status().equals(plan.spec().waitFor().status()))
                .findFirst()
                .orElseThrow(() -> unusable(plan, alike, "is " + alike.get(0).status()));
    }

    private static String digest(PlannedServer plan) {
        return Recipe.of(List.of(plan)).servers().get(0).digest();
    }

    private Stream<Server> namesakes(String name) {
        return servers.stream().filter(server -> server.name().equals(name) && !isGoing(server));
    }

    private Stream<Server> ours(String name) {
        return namesakes(name).filter(this::isOurs);
    }

    static OpenStackException unusable(PlannedServer plan, List<Server> servers, String why) {
        return new OpenStackException(
                "Server '" + plan.name() + "' (" + ids(servers) + ") can't be reused: it " + why,
                "Say -Dopenstack.ifExists=replace once: it is deleted then, and made again.");
    }

    private boolean isOurs(Server server) {
        return Mark.inMetadata(server.metadata())
                .filter(mark -> mark.isOf(project))
                .isPresent();
    }

    private static boolean isGoing(Server server) {
        return server.isGone() || server.taskState().filter("deleting"::equals).isPresent();
    }

    private static String ids(List<Server> servers) {
        return servers.stream().map(Server::id).collect(Collectors.joining(", "));
    }
}
