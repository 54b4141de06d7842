package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.plan.Equipment;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** The servers of a launch, side by side; only one whose user data tells of another waits for that one. */
record Fleet(
        Function<List<PlannedServer>, SharedEquipment> sharing,
        Preparation preparation,
        ServerLaunch serverLaunch,
        AddressWait addresses,
        FloatingAddress floatingAddress,
        Finish finish,
        SideBySide sideBySide) {

    /**
     * Launches them, and returns them in the plan's order once all are ready.
     *
     * @param reused by their names those that are there already
     * @throws OpenStackException when one fails, after all have ended
     */
    List<Launched> launch(Plan plan, Map<String, Server> reused) {
        SharedEquipment shared = sharing.apply(plan.servers().stream()
                .filter(server -> !reused.containsKey(server.name()))
                .toList());
        Map<String, CompletableFuture<Launched>> launches = new LinkedHashMap<>();
        for (PlannedServer server : plan.servers()) {
            Map<String, CompletableFuture<Launched>> earlier = Map.copyOf(launches);
            Optional<Server> there = Optional.ofNullable(reused.get(server.name()));
            launches.put(
                    server.name(),
                    sideBySide.start(() ->
                            there.map(one -> taken(server, one)).orElseGet(() -> launched(server, shared, earlier))));
        }
        List<CompletableFuture<?>> all = new ArrayList<>(launches.values());
        all.addAll(shared.underWay());
        sideBySide.await(all);
        return launches.values().stream().map(SideBySide::result).toList();
    }

    private Launched taken(PlannedServer plan, Server server) {
        return told(
                plan, () -> finish.ready(plan, addresses.addressed(plan, server), server.keyName(), Optional.empty()));
    }

    private Launched launched(
            PlannedServer plan, SharedEquipment shared, Map<String, CompletableFuture<Launched>> earlier) {
        return told(plan, () -> {
            Equipment equipment = preparation.equip(plan, shared);
            ServerLaunch.Active active =
                    serverLaunch.launch(plan, equipment, preparation::renew, references(plan, earlier));
            Server server = floatingAddress.give(plan, addresses.addressed(plan, active.server()));
            return finish.ready(plan, server, equipment.keyName(), active.adminPassword());
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
            Launched other = before(plan, earlier.get(name));
            values.put(name + ".id", other.server().id());
            other.ip().ifPresent(ip -> values.put(name + ".ip", ip));
        }
        return new References(values);
    }

    // Why the other failed is told by the other.
    private static Launched before(PlannedServer plan, CompletableFuture<Launched> other) {
        try {
            return SideBySide.result(other);
        } catch (RuntimeException e) {
            throw new AbandonedException(plan.name());
        }
    }
}
