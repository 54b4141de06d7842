package io.github.openstackmaven.resource;

import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Servers, marked in their metadata; what one in ERROR is to say of its end it has said from the start, since Nova takes
 * metadata of a server only while it is ACTIVE, PAUSED, SUSPENDED or STOPPED
 * (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/compute/api.py">{@code API.update_instance_metadata}</a>).
 */
record ServerResources(ComputeClient nova) implements ResourcesOfType {
    private static final String ERROR = "ERROR";
    private static final int CONFLICT = 409;

    @Override
    public List<Resource> all() {
        return resources(nova.all());
    }

    List<Resource> named(Set<String> names) {
        return resources(nova.named(names));
    }

    List<Resource> meant(String name) {
        return resources(nova.meant(name));
    }

    private static List<Resource> resources(List<Server> servers) {
        return servers.stream()
                .filter(ServerResources::there)
                .map(ServerResources::resource)
                .toList();
    }

    @Override
    public Optional<Resource> find(String id) {
        return nova.server(id).filter(ServerResources::there).map(ServerResources::resource);
    }

    Map<String, Resource> changedSince(Instant time) {
        return nova.changedSince(time).stream()
                .collect(Collectors.toMap(Server::id, ServerResources::resource, (one, same) -> one));
    }

    @Override
    public boolean delete(String id) {
        return nova.delete(id);
    }

    // Nova would only note another time of its deletion.
    @Override
    public boolean delete(Resource seen) {
        boolean softDeleted = seen.status().filter(Server.SOFT_DELETED::equals).isPresent();
        return softDeleted ? nova.forceDelete(seen.id()) : delete(seen.id());
    }

    @Override
    public void renew(Resource server, Optional<Instant> expiresAt) {
        try {
            write(server, expiresAt);
        } catch (HttpStatusException e) {
            boolean said = e.status() == CONFLICT
                    && nova.server(server.id())
                            .filter(ServerResources::saysItsEndInError)
                            .isPresent();
            if (!said) throw e;
        }
    }

    private void write(Resource server, Optional<Instant> expiresAt) {
        expiresAt.ifPresentOrElse(
                at -> nova.addMetadata(server.id(), Map.of(Mark.EXPIRES_AT, at.toString())),
                () -> nova.removeMetadata(server.id(), Mark.EXPIRES_AT));
    }

    @Override
    public void release(Resource server) {
        nova.server(server.id())
                .ifPresent(seen -> seen.metadata().keySet().stream()
                        .filter(key -> key.startsWith(Mark.PREFIX))
                        .forEach(key -> nova.removeMetadata(server.id(), key)));
    }

    static boolean there(Server server) {
        return !server.isDeleted();
    }

    private static boolean saysItsEndInError(Server server) {
        return server.status().equals(ERROR) && server.metadata().containsKey(Marks.EXPIRES_IN_ERROR);
    }

    private static Map<String, String> metadata(Server server) {
        if (!saysItsEndInError(server)) return server.metadata();
        Map<String, String> metadata = new HashMap<>(server.metadata());
        metadata.put(Mark.EXPIRES_AT, server.metadata().get(Marks.EXPIRES_IN_ERROR));
        return metadata;
    }

    // A server keeps its status while it is deleted: only its task tells.
    static Resource resource(Server server) {
        return new Resource(
                ResourceType.SERVER,
                server.id(),
                server.name(),
                Mark.ofServer(server.name(), metadata(server)),
                server.created(),
                Optional.of(state(server)));
    }

    private static String state(Server server) {
        if (server.isDeleted()) return Resource.DELETED;
        return server.taskState().filter(Resource.DELETING::equals).orElse(server.status());
    }
}
