package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.NotDeleted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to the servers that are there already, before anything is made. */
record ExistingServersStep(
        Bookkeeping bookkeeping, LaunchOptions options, LaunchContext context, KeyStore keys, Rollback rollback) {
    /**
     * Deletes those that are to be replaced, and waits until they are gone.
     *
     * @return by their names the servers that need not be made
     * @throws OpenStackException when one is in the way
     */
    Map<String, Server> of(Plan plan, ExistingServers existing) {
        Map<String, Server> reused = existing.reused(plan);
        for (PlannedServer server : plan.servers()) {
            Optional.ofNullable(reused.get(server.name())).ifPresent(one -> checkOpens(server, one));
        }
        if (!existing.doomed().isEmpty()) delete(existing.doomed());
        reused.values().forEach(this::renew);
        return reused;
    }

    // The folder that had it is gone after a mvn clean.
    private void checkOpens(PlannedServer plan, Server server) {
        if (!plan.spec().waitFor().needsLogin() || !(plan.access().key() instanceof KeySpec.Ephemeral)) return;
        Optional<Path> keyFile = server.keyName().flatMap(keys::file);
        if (keyFile.filter(Files::exists).isPresent()) return;
        throw ExistingServers.unusable(
                plan,
                List.of(server),
                "is logged in to with the key of the launch that made it, and that is gone"
                        + keyFile.map(file -> ": " + file).orElse(""));
    }

    private void delete(List<Resource> doomed) {
        List<NotDeleted> left = rollback.delete(doomed);
        if (left.isEmpty()) return;
        throw new OpenStackException(
                "What is to be replaced could not be deleted: "
                        + String.join(
                                "; ", left.stream().map(NotDeleted::toString).toList()),
                String.join("; ", left.stream().map(NotDeleted::command).toList()));
    }

    private void renew(Server server) {
        context.listener().accept(new LaunchEvent.Reused(server.name(), server.id()));
        options.ttl()
                .ifPresent(ttl -> bookkeeping
                        .resources()
                        .find(ResourceType.SERVER, server.id())
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
