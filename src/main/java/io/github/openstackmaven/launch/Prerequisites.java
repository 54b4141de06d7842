package io.github.openstackmaven.launch;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.Bindings;
import io.github.openstackmaven.plan.Create;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.plan.Prerequisite;
import io.github.openstackmaven.plan.Recipe;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Makes what servers need before their own creates: all at once, but for what needs another, and what is shared once. */
final class Prerequisites {
    private final PrerequisiteCreates creates;
    private final JournaledCreates journaled;
    private final Rollback rollback;
    private final Concurrent concurrent;
    private final Map<Prerequisite, CompletableFuture<String>> shared = new LinkedHashMap<>();

    Prerequisites(PrerequisiteCreates creates, JournaledCreates journaled, Rollback rollback, Concurrent concurrent) {
        this.creates = creates;
        this.journaled = journaled;
        this.rollback = rollback;
        this.concurrent = concurrent;
    }

    /** Begins with what servers share, while all else is made. Once, before any server. */
    void begin(Recipe recipe) {
        for (NewServer server : recipe.servers()) {
            for (Prerequisite one : server.shared()) {
                if (!shared.containsKey(one)) shared.put(one, start(server, one, Map.copyOf(shared)));
            }
        }
    }

    /** What is under way of that, whether anybody waits for it or not. */
    List<CompletableFuture<String>> underWay() {
        return List.copyOf(shared.values());
    }

    /**
     * Makes what is the server's own, and waits for that and for what it shares.
     *
     * @return the id of each; of a keypair its name
     * @throws OpenStackException when something can't be made
     */
    Map<Create, String> make(NewServer server) {
        Map<Prerequisite, CompletableFuture<String>> own = new LinkedHashMap<>();
        for (Prerequisite one : server.own()) own.put(one, start(server, one, Map.copyOf(shared)));
        await(own.values());
        server.shared().forEach(one -> own.put(one, shared.get(one)));
        return ids(own);
    }

    /**
     * The same for another attempt: volumes are made again that went with the server of the last one, or are in its zone.
     *
     * @param last the zone of the last attempt
     * @param next the zone of this one
     * @throws OpenStackException when one can't be made
     */
    Map<Create, String> renew(
            NewServer server, Map<Create, String> used, Optional<String> last, Optional<String> next) {
        Map<Create, CompletableFuture<String>> again = new LinkedHashMap<>();
        for (PlannedVolume.New volume : server.volumes()) {
            PlannedVolume.New there = volume.in(next);
            if (!volume.deleteOnTermination() && there.equals(volume.in(last))) continue;
            again.put(volume, concurrent.start(() -> again(server, there, Objects.requireNonNull(used.get(volume)))));
        }
        await(again.values());
        Map<Create, String> renewed = new HashMap<>(used);
        renewed.putAll(ids(again));
        return Map.copyOf(renewed);
    }

    private String again(NewServer server, PlannedVolume.New volume, String old) {
        rollback.delete(journaled.made(ResourceType.VOLUME, List.of(old)));
        return creates.make(server.name(), volume, Bindings.of(Map.of(), UnaryOperator.identity()));
    }

    private CompletableFuture<String> start(
            NewServer server, Prerequisite create, Map<Prerequisite, CompletableFuture<String>> before) {
        return concurrent.start(() -> {
            Map<Create, String> made = new HashMap<>();
            create.needs().forEach(one -> made.put(one, Concurrent.result(Objects.requireNonNull(before.get(one)))));
            return creates.make(server.name(), create, Bindings.of(made, UnaryOperator.identity()));
        });
    }

    private void await(Collection<CompletableFuture<String>> started) {
        concurrent.await(List.copyOf(started), "waiting for what servers need", "It is deleted again.");
    }

    private static Map<Create, String> ids(Map<? extends Create, CompletableFuture<String>> made) {
        Map<Create, String> ids = new HashMap<>();
        made.forEach((create, id) -> ids.put(create, Concurrent.result(id)));
        return Map.copyOf(ids);
    }
}
