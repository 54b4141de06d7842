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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The servers of a launch, side by side; only one that tells of another, or depends on it, waits for that one. */
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
        Milestones milestones = new Milestones(plan.servers());
        Map<String, CompletableFuture<CreatedServer>> together = new HashMap<>();
        Map<String, CompletableFuture<Launched>> launches = new LinkedHashMap<>();
        List<NewServers> several = plan.recipe().together();
        for (PlannedServer server : plan.inOrder()) {
            several.stream()
                    .filter(one -> one.first().name().equals(server.name()))
                    .forEach(one -> together.putAll(created(one, milestones)));
            Optional<CompletableFuture<CreatedServer>> created = Optional.ofNullable(together.get(server.name()));
            Optional<Server> there = Optional.ofNullable(reused.get(server.name()));
            launches.put(
                    server.name(),
                    milestones.follow(
                            server.name(),
                            concurrent.start(() -> there.map(one -> taken(server, one, milestones))
                                    .orElseGet(() -> launched(recipe(plan, server), created, milestones)))));
        }
        List<CompletableFuture<?>> all = new ArrayList<>(launches.values());
        all.addAll(prerequisites.underWay());
        concurrent.await(all, "waiting for the servers", "They are deleted again.");
        return plan.servers().stream()
                .map(server -> Concurrent.result(Objects.requireNonNull(launches.get(server.name()))))
                .toList();
    }

    private Launched taken(PlannedServer plan, Server server, Milestones milestones) {
        return told(plan, () -> {
            Server addressed = addresses.addressed(plan, server);
            milestones.addressed(plan, addressed);
            return finish.ready(plan, addressed, server.keyName(), Optional.empty());
        });
    }

    private static NewServer recipe(Plan plan, PlannedServer server) {
        return plan.recipe()
                .server(server.name())
                .orElseThrow(() -> new IllegalStateException("nothing is planned for " + server.name()));
    }

    // Why they could not be made is told of the first of them.
    private Map<String, CompletableFuture<CreatedServer>> created(NewServers servers, Milestones milestones) {
        NewServer first = servers.first();
        CompletableFuture<Map<String, CreatedServer>> all = concurrent.start(() -> {
            Map<Create, String> made = prerequisites.make(first);
            milestones.awaitReady(first.plan());
            return serverLaunch.create(servers, made);
        });
        Map<String, CompletableFuture<CreatedServer>> created = new HashMap<>();
        for (String name : servers.names()) {
            created.put(name, all.handle((made, failure) -> {
                if (failure != null && !name.equals(first.name())) throw new AbandonedException(name);
                return Objects.requireNonNull(Concurrent.result(all).get(name));
            }));
        }
        return created;
    }

    private Launched launched(
            NewServer create, Optional<CompletableFuture<CreatedServer>> together, Milestones milestones) {
        PlannedServer plan = create.plan();
        return told(plan, () -> {
            Map<Create, String> made = prerequisites.make(create);
            Optional<CreatedServer> there = together.map(Concurrent::result);
            milestones.awaitReady(plan);
            ServerLaunch.Active active =
                    serverLaunch.launch(create, there, made, prerequisites::renew, milestones.references(plan));
            Server server = floatingAddress.give(create, addresses.addressed(plan, active.server()));
            milestones.addressed(plan, server);
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
}
