package io.github.openstackmaven.resource;

import io.github.openstackmaven.compute.KeypairClient;
import io.github.openstackmaven.compute.ServerGroupClient;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Resources with room for a mark in their name alone, which stays as it was made. */
record NamedResources(
        Supplier<List<Resource>> list, Function<String, Optional<Resource>> byId, Predicate<String> remove)
        implements ResourcesOfType {

    /** The user's keypairs, but for those that were made in another of the user's projects. */
    static NamedResources keypairs(KeypairClient nova, Optional<String> cloudProject) {
        return new NamedResources(
                () -> nova.all().stream()
                        .filter(pair -> !Mark.isElsewhere(pair.name(), cloudProject))
                        .map(pair -> keypair(pair.name()))
                        .toList(),
                name -> nova.byName(name).map(pair -> keypair(pair.name())),
                nova::delete);
    }

    static NamedResources serverGroups(ServerGroupClient nova) {
        return new NamedResources(
                () -> nova.all().stream()
                        .map(group -> serverGroup(group.id(), group.name()))
                        .toList(),
                id -> nova.byId(id).map(group -> serverGroup(group.id(), group.name())),
                nova::delete);
    }

    private static Resource keypair(String name) {
        return named(ResourceType.KEYPAIR, name, name);
    }

    private static Resource serverGroup(String id, String name) {
        return named(ResourceType.SERVER_GROUP, id, name);
    }

    private static Resource named(ResourceType kind, String id, String name) {
        return new Resource(kind, id, name, Mark.inName(name), Optional.empty(), Optional.empty());
    }

    @Override
    public List<Resource> all() {
        return list.get();
    }

    @Override
    public Optional<Resource> find(String id) {
        return byId.apply(id);
    }

    @Override
    public boolean delete(String id) {
        return remove.test(id);
    }

    @Override
    public void renew(Resource resource, Optional<Instant> expiresAt) {
        // a name can't be written again
    }

    @Override
    public void release(Resource resource) {
        // a name can't be written again
    }
}
