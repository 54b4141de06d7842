package io.github.openstackmaven.teardown;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A cloud in memory whose things can be stubborn. */
final class RehearsedCloud implements Resources {
    static final Instant MADE = SteppedTime.START.minus(Duration.ofHours(3));

    private final Map<String, Resource> there = new LinkedHashMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Set<String> softDeleted = new HashSet<>();
    private IntFunction<OpenStackException> refusal = number -> new OpenStackException("in use", "");
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, Runnable> beforeLook = new HashMap<>();
    private final Map<String, Runnable> onceRenewed = new HashMap<>();
    private final Map<String, String> plugged = new HashMap<>();
    private final Map<String, Integer> hiding = new HashMap<>();
    private final Map<String, Integer> confused = new HashMap<>();
    private final Map<ResourceType, Integer> emptyLists = new EnumMap<>(ResourceType.class);
    private final Set<ResourceType> forbidden = EnumSet.noneOf(ResourceType.class);
    private final Set<String> hidden = new HashSet<>();
    private final List<String> deletes = new ArrayList<>();
    private final List<String> looked = new ArrayList<>();
    private final List<String> renewals = new ArrayList<>();

    /** A thing of build {@code b1}, project {@code g:a} and ledger {@code here}, called like its id. */
    Resource marked(ResourceType kind, String id, Optional<Instant> expiresAt) {
        return put(kind, id, Optional.of(new Mark("b1", "launch-of-" + id, "g:a", "here", expiresAt)));
    }

    Resource put(ResourceType kind, String id, Optional<Mark> mark) {
        Resource resource = new Resource(
                kind,
                id,
                id,
                mark,
                kind == ResourceType.KEYPAIR ? Optional.empty() : Optional.of(MADE),
                Optional.of("ACTIVE"));
        there.put(id, resource);
        return resource;
    }

    /** Whoever does not know that it is soft-deleted deletes it only so. */
    void keepDeleted(String id) {
        softDeleted.add(id);
    }

    /** How a deletion is refused, by how many there were. */
    void refuseSo(IntFunction<OpenStackException> words) {
        refusal = words;
    }

    /** Its deletion is refused so often. */
    void refuse(String id, int times) {
        refusals.put(id, times);
    }

    /** It is seen so often after its deletion was accepted. */
    void linger(String id, int times) {
        looks.put(id, times);
    }

    /** The cloud says so often that there is none, to who looks and to who deletes. */
    void hide(String id, int times) {
        hiding.put(id, times);
    }

    /** A look at it is so often answered with what nobody can read. */
    void confuse(String id, int times) {
        confused.put(id, times);
    }

    /** Its next lists are empty. */
    void emptyLists(ResourceType kind, int times) {
        emptyLists.put(kind, times);
    }

    private boolean isHidden(String id) {
        return hiding.merge(id, -1, Integer::sum) >= 0;
    }

    /** What happens right before it is looked at by its id. */
    void beforeLookAt(String id, Runnable event) {
        beforeLook.put(id, event);
    }

    /** What happens right after its first renewal. */
    void onceRenewed(String id, Runnable event) {
        onceRenewed.put(id, event);
    }

    void plug(String id, String server) {
        plugged.put(id, server);
    }

    void forbid(ResourceType kind) {
        forbidden.add(kind);
    }

    /** What is plugged into it can't be told. */
    void forbidLooksAt(String server) {
        hidden.add(server);
    }

    void lose(String id) {
        there.remove(id);
    }

    /** The ids whose deletion was asked for, in order. */
    List<String> deletes() {
        return List.copyOf(deletes);
    }

    /** The ids that were looked at by themselves, and lists of what has changed, in order. */
    List<String> looked() {
        return List.copyOf(looked);
    }

    /** {@code id until expiry}, in order. */
    List<String> renewals() {
        return List.copyOf(renewals);
    }

    List<String> ids() {
        return List.copyOf(there.keySet());
    }

    @Override
    public List<Resource> all(ResourceType kind) {
        if (forbidden.contains(kind)) throw new OpenStackException("not allowed", "");
        boolean unreadable =
                there.values().stream().anyMatch(one -> one.kind() == kind && confused.getOrDefault(one.id(), 0) > 0);
        if (unreadable) throw new NullPointerException("no status");
        boolean empty = emptyLists.merge(kind, -1, Integer::sum) >= 0;
        return there.values().stream()
                .filter(one -> one.kind() == kind && !empty)
                .toList();
    }

    @Override
    public Map<String, Resource> serversChangedSince(Instant time) {
        looked.add("what has changed");
        Map<String, Resource> changed = new HashMap<>();
        for (Resource one : List.copyOf(there.values())) {
            if (one.isBeingDeleted()) changed.put(one.id(), seen(one).orElse(deleted(one.id())));
        }
        deletes.stream().filter(id -> !there.containsKey(id)).forEach(id -> changed.put(id, deleted(id)));
        return changed;
    }

    private static Resource deleted(String id) {
        return new Resource(
                ResourceType.SERVER, id, id, Optional.empty(), Optional.of(MADE), Optional.of(Resource.DELETED));
    }

    @Override
    public List<Resource> users(Resource thing) {
        return Stream.ofNullable(plugged.get(thing.id()))
                .flatMap(server -> Stream.ofNullable(there.get(server)))
                .toList();
    }

    @Override
    public Optional<Resource> find(ResourceType kind, String id) {
        looked.add(id);
        beforeLook.getOrDefault(id, () -> {}).run();
        if (confused.merge(id, -1, Integer::sum) >= 0) throw new NullPointerException("no status");
        Resource resource = there.get(id);
        if (resource == null || isHidden(id)) return Optional.empty();
        return seen(resource);
    }

    private Optional<Resource> seen(Resource resource) {
        String id = resource.id();
        if (resource.isBeingDeleted() && looks.merge(id, -1, Integer::sum) < 0) lose(id);
        return Optional.ofNullable(there.get(id));
    }

    @Override
    public List<Resource> attached(Resource server) {
        if (hidden.contains(server.id())) throw new OpenStackException("not allowed", "");
        return there.values().stream()
                .filter(one -> server.id().equals(plugged.get(one.id())))
                .toList();
    }

    @Override
    public boolean delete(Resource resource) {
        deletes.add(resource.id());
        if (isHidden(resource.id()) || !there.containsKey(resource.id())) return false;
        if (refusals.merge(resource.id(), -1, Integer::sum) >= 0) throw refusal.apply(deletes.size());
        boolean kept =
                softDeleted.contains(resource.id()) && !resource.status().equals(Optional.of(Server.SOFT_DELETED));
        Optional<String> status = Optional.of(kept ? Server.SOFT_DELETED : Resource.DELETING);
        there.computeIfPresent(resource.id(), (id, old) -> old.withStatus(status));
        if (resource.kind() != ResourceType.SERVER && resource.kind() != ResourceType.VOLUME) lose(resource.id());
        return true;
    }

    @Override
    public void renew(Resource resource, Optional<Instant> expiresAt) {
        if (refusals.merge(resource.id(), -1, Integer::sum) >= 0) throw new OpenStackException("in BUILD", "");
        renewals.add(
                resource.id() + " until " + expiresAt.map(Instant::toString).orElse("ever"));
        Optional.ofNullable(onceRenewed.remove(resource.id())).ifPresent(Runnable::run);
    }

    @Override
    public void release(Resource resource) {
        put(resource.kind(), resource.id(), Optional.empty());
    }
}
