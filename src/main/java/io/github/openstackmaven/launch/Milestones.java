package io.github.openstackmaven.launch;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.References;
import io.github.openstackmaven.plan.ServerAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How far the servers of a launch have come, for those among them that wait for another. */
final class Milestones {
    private final Map<String, Milestone> servers = new HashMap<>();

    /** None has come anywhere yet. */
    Milestones(List<PlannedServer> servers) {
        servers.forEach(server -> this.servers.put(server.name(), Milestone.unreached()));
    }

    private record Milestone(CompletableFuture<Address> addressed, CompletableFuture<Launched> ready) {
        static Milestone unreached() {
            return new Milestone(new CompletableFuture<>(), new CompletableFuture<>());
        }
    }

    private record Address(String id, Optional<String> ip) {}

    /** A server has its addresses, or all it will have. */
    void addressed(PlannedServer plan, Server server) {
        of(plan.name())
                .addressed()
                .complete(new Address(
                        server.id(), ServerAddress.best(server, plan.access().ipv6First())));
    }

    /** A server's launch has begun; what becomes of it, those who wait for it will know. */
    CompletableFuture<Launched> follow(String name, CompletableFuture<Launched> launch) {
        return launch.whenComplete((ready, failure) -> {
            if (failure == null) {
                of(name).ready().complete(ready);
            } else {
                of(name).ready().completeExceptionally(failure);
                of(name).addressed().completeExceptionally(failure);
            }
        });
    }

    /**
     * What a server's user data says of others, once they have their addresses.
     *
     * @throws AbandonedException when one of them fails before
     */
    References references(PlannedServer plan) {
        Map<String, String> values = new HashMap<>();
        for (String name : plan.references()) {
            Address other = reached(plan, of(name).addressed());
            values.put(name + ".id", other.id());
            other.ip().ifPresent(ip -> values.put(name + ".ip", ip));
        }
        return new References(values);
    }

    /**
     * Waits until those are ready that a server depends on.
     *
     * @throws AbandonedException when one of them fails
     */
    void awaitReady(PlannedServer plan) {
        plan.dependsOn().forEach(name -> reached(plan, of(name).ready()));
    }

    // Why the other failed is told by the other.
    private static <T> T reached(PlannedServer plan, CompletableFuture<T> other) {
        try {
            return Concurrent.result(other);
        } catch (RuntimeException e) {
            throw new AbandonedException(plan.name());
        }
    }

    private Milestone of(String name) {
        return Objects.requireNonNull(servers.get(name));
    }
}
