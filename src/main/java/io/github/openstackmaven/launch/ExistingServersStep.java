package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Servers;
import io.github.openstackmaven.ledger.Doomed;
import io.github.openstackmaven.ledger.Kind;
import io.github.openstackmaven.ledger.Remaining;
import io.github.openstackmaven.ledger.Resource;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to the servers that are there already, before anything is made. */
record ExistingServersStep(
        Servers servers, Bookkeeping bookkeeping, LaunchOptions options, LaunchContext context, GiveBack giveBack) {

    /**
     * Deletes those that are to be replaced, and waits until they are gone.
     *
     * @return by their names the servers that need not be made
     * @throws OpenStackException when one is in the way
     */
    Map<String, Server> of(Plan plan) {
        if (options.ifExists() == IfExists.CREATE) return Map.of();
        ExistingServers existing =
                new ExistingServers(options.ifExists(), bookkeeping.marks().project(), servers.all());
        Map<String, Server> reused = new LinkedHashMap<>();
        List<Server> replaced = new ArrayList<>();
        for (PlannedServer server : plan.servers()) {
            ExistingServers.Decision decision = existing.decide(server);
            if (decision instanceof ExistingServers.Reuse reuse) reused.put(server.name(), reuse.server());
            if (decision instanceof ExistingServers.Replace replace) replaced.addAll(replace.servers());
        }
        if (!replaced.isEmpty()) delete(replaced);
        reused.values().forEach(this::renew);
        return reused;
    }

    private void delete(List<Server> replaced) {
        Doomed doomed = new Doomed(bookkeeping.resources(), context.time(), false, context.executor(), warning -> {});
        List<Resource> all = doomed.servers(replaced.stream().map(Server::id).toList());
        List<Remaining> left = giveBack.delete(all);
        if (left.isEmpty()) return;
        throw new OpenStackException(
                "What is to be replaced could not be deleted: "
                        + String.join(
                                "; ", left.stream().map(Remaining::toString).toList()),
                String.join("; ", left.stream().map(Remaining::command).toList()));
    }

    private void renew(Server server) {
        context.listener().accept(new LaunchEvent.Reused(server.name(), server.id()));
        options.ttl()
                .ifPresent(ttl -> bookkeeping
                        .resources()
                        .find(Kind.SERVER, server.id())
                        .ifPresent(found -> {
                            Optional<Instant> expiry =
                                    Optional.of(context.time().now().plus(ttl));
                            bookkeeping.resources().renew(found, expiry);
                            bookkeeping.resources().attached(found).stream()
                                    .filter(one -> one.mark().isPresent())
                                    .forEach(one -> bookkeeping.resources().renew(one, expiry));
                        }));
    }
}
