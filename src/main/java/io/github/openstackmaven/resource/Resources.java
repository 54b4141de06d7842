package io.github.openstackmaven.resource;

import io.github.openstackmaven.NamedServers;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lists, finds, marks and deletes the resources of a cloud, of whatever type. */
public interface Resources {

    /** All of the project's, with marks or without; of keypairs, the user's that are not marked as another project's. */
    List<Resource> all(ResourceType kind);

    /** The project's servers of these names, with marks or without. */
    default List<Resource> serversNamed(Set<String> names) {
        return all(ResourceType.SERVER).stream()
                .filter(server -> names.contains(server.name()))
                .toList();
    }

    /** The project's servers that a user means by that name, or by that of a {@code <count>}, with marks or without. */
    default List<Resource> serversMeant(String name) {
        return new NamedServers<>(all(ResourceType.SERVER), Resource::name).named(name);
    }

    /** The one of that id as it is now; empty when it is gone. */
    Optional<Resource> find(ResourceType kind, String id);

    /**
     * The servers of the project that were changed at that time or later, by id, deleted ones among them. Who is not was not
     * changed, or is unknown: where a cloud has no such list, that is everyone.
     */
    default Map<String, Resource> serversChangedSince(Instant time) {
        return Map.of();
    }

    /** The one that carries the mark {@code maven:launch} of a create. */
    default Optional<Resource> launched(ResourceType kind, String launch) {
        return all(kind).stream()
                .filter(one ->
                        one.mark().filter(mark -> mark.launch().equals(launch)).isPresent())
                .findFirst();
    }

    /**
     * Tells of any thing {@linkplain #users(Resource) what uses it}, each list of the cloud asked for once: for decisions over
     * many that are made at a time.
     */
    default Function<Resource, List<Resource>> users() {
        return this::users;
    }

    /** What is plugged into a server, with marks or without: ports, their floating IPs, volumes. */
    default List<Resource> attached(Resource server) {
        return List.of();
    }

    /** A server's console log; empty where it has none. */
    default String console(Resource server) {
        return "";
    }

    /** The servers that use a thing which is none, with marks or without; none where that can't be told. */
    default List<Resource> users(Resource thing) {
        return List.of();
    }

    /** Asks for its end; false when the cloud says that there is no such thing. */
    boolean delete(Resource resource);

    /**
     * Says anew until when it lives, where its mark can be written again; a name can't.
     *
     * @param expiresAt empty: for ever
     */
    void renew(Resource resource, Optional<Instant> expiresAt);

    /** Takes the marks off: it is the user's from now on. */
    void release(Resource resource);
}
