package io.github.openstackmaven.launch;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.CreatedServer;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.plan.Create;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.NewServers;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.Recipe;
import io.github.openstackmaven.plan.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The servers of a launch, side by side; only one whose user data tells of another waits for that one. */
record Fleet(
        Prerequisites prerequisites,
        ServerLaunch serverLaunch,
        AddressWait addresses,
        FloatingAddress floatingAddress,
        ReadyStep finish,
        Concurrent concurrent) {

    /**
     * Launches them, and returns them in the plan's order once all are ready.
     *
     * @param reused by their names those that are there already
     * @throws OpenStackException when one fails, after all have ended
     */
    List<Launched> launch(Plan plan, Map<String, Server> reused) {
        prerequisites.begin(plan.recipe());
        Map<String, CompletableFuture<CreatedServer>> together = together(plan.recipe());
        Map<String, CompletableFuture<Launched>> launches = new LinkedHashMap<>();
        for (PlannedServer server : plan.servers()) {
            Map<String, CompletableFuture<Launched>> earlier = Map.copyOf(launches);
            Optional<Server> there = Optional.ofNullable(reused.get(server.name()));
            launches.put(
                    server.name(),
                    concurrent.start(() -> there.map(one -> taken(server, one))
                            .orElseGet(() -> launched(
                                    recipe(plan, server), Optional.ofNullable(together.get(server.name())), earlier))));
        }
        List<CompletableFuture<?>> all = new ArrayList<>(launches.values());
        all.addAll(prerequisites.underWay());
        concurrent.await(all, "waiting for the servers", "They are deleted again.");
        return launches.values().stream().map(Concurrent::result).toList();
    }

    private Launched taken(PlannedServer plan, Server server) {
        return told(
                plan, () -> finish.ready(plan, addresses.addressed(plan, server), server.keyName(), Optional.empty()));
    }

    private static NewServer recipe(Plan plan, PlannedServer server) {
        return plan.recipe()
                .server(server.name())
                .orElseThrow(() -> new IllegalStateException("nothing is planned for " + server.name()));
    }

    // Why they could not be made is told of the first of them.
    private Map<String, CompletableFuture<CreatedServer>> together(Recipe recipe) {
        Map<String, CompletableFuture<CreatedServer>> created = new HashMap<>();
        for (NewServers servers : recipe.together()) {
            NewServer first = servers.first();
            CompletableFuture<Map<String, CreatedServer>> all =
                    concurrent.start(() -> serverLaunch.create(servers, prerequisites.make(first)));
            for (String name : servers.names()) {
                created.put(name, all.handle((made, failure) -> {
                    if (failure != null && !name.equals(first.name())) throw new AbandonedException(name);
                    return Objects.requireNonNull(Concurrent.result(all).get(name));
                }));
            }
        }
        return created;
    }

    private Launched launched(
            NewServer create,
            Optional<CompletableFuture<CreatedServer>> together,
            Map<String, CompletableFuture<Launched>> earlier) {
        PlannedServer plan = create.plan();
        return told(plan, () -> {
            Map<Create, String> made = prerequisites.make(create);
            Optional<CreatedServer> there = together.map(Concurrent::result);
            ServerLaunch.Active active =
                    serverLaunch.launch(create, there, made, prerequisites::renew, references(plan, earlier));
            Server server = floatingAddress.give(create, addresses.addressed(plan, active.server()));
            return finish.ready(plan, server, create.keypair().map(made::get), active.adminPassword());
        });
    }

    private Launched told(PlannedServer plan, Supplier<Launched> launch) {
        try {
            return launch.get();
        } catch (AbandonedException e) {
            throw e;
        } catch (RuntimeException e) {
            finish.failed(plan, e);
            throw e;
        }
    }

    private static References references(PlannedServer plan, Map<String, CompletableFuture<Launched>> earlier) {
        Map<String, String> values = new HashMap<>();
        for (String name : plan.references()) {
            Launched other = before(plan, Objects.requireNonNull(earlier.get(name)));
            values.put(name + ".id", other.server().id());
            other.ip().ifPresent(ip -> values.put(name + ".ip", ip));
        }
        return new References(values);
    }

    // Why the other failed is told by the other.
    private static Launched before(PlannedServer plan, CompletableFuture<Launched> other) {
        try {
            return Concurrent.result(other);
        } catch (RuntimeException e) {
            throw new AbandonedException(plan.name());
        }
    }
}
