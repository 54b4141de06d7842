package io.github.openstackmaven.launch;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Keypair;
import io.github.openstackmaven.compute.ServerGroupCreate;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServerGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What the servers of a launch share: one ephemeral keypair, and new server groups. Made once, while all else is made. */
final class SharedEquipment {
    private static final int LONGEST_NAME = 255;

    private final Cloud cloud;
    private final Creation creation;
    private final KeyStore keys;
    private final Optional<CompletableFuture<String>> key;
    private final Map<PlannedServerGroup, CompletableFuture<String>> groups = new HashMap<>();

    /** Begins to make what these servers want. */
    SharedEquipment(List<PlannedServer> servers, Cloud cloud, Creation creation, KeyStore keys, SideBySide sideBySide) {
        this.cloud = cloud;
        this.creation = creation;
        this.keys = keys;
        this.key = servers.stream()
                .filter(server -> server.access().key() instanceof KeySpec.Ephemeral)
                .findFirst()
                .map(server -> sideBySide.start(() -> makeKey(server.name())));
        servers.forEach(server -> server.serverGroup()
                .filter(PlannedServerGroup.New.class::isInstance)
                .ifPresent(group -> groups.computeIfAbsent(
                        group, one -> sideBySide.start(() -> makeGroup(server.name(), (PlannedServerGroup.New) one)))));
    }

    /** The name of a server's keypair, once it is made. */
    Optional<String> keyName(PlannedServer server) {
        if (server.access().key() instanceof KeySpec.Existing existing) return Optional.of(existing.name());
        return server.access().key() instanceof KeySpec.Ephemeral ? key.map(SideBySide::result) : Optional.empty();
    }

    /** The id of a server's group, once it is made. */
    Optional<String> serverGroup(PlannedServer server) {
        return server.serverGroup()
                .map(group -> group instanceof PlannedServerGroup.Existing existing
                        ? existing.group().id()
                        : SideBySide.result(groups.get(group)));
    }

    /** What is under way, whether anybody waits for it or not. */
    List<CompletableFuture<String>> underWay() {
        return Stream.concat(key.stream(), groups.values().stream()).toList();
    }

    private String makeKey(String server) {
        EphemeralKeyPair pair = EphemeralKeyPair.generate(server);
        String name = creation.make(new Order<>(
                ResourceType.KEYPAIR,
                server,
                server,
                mark -> Optional.of(keys.file(keyName(mark))),
                mark -> create(mark, pair).name(),
                made -> made,
                adopted -> adopted));
        keys.write(name, pair.privateKey());
        return name;
    }

    private Keypair create(Mark mark, EphemeralKeyPair pair) {
        return cloud.keypairs().create(keyName(mark), pair.publicKey());
    }

    private String keyName(Mark mark) {
        return mark.nameIn(cloud.projectId());
    }

    private String makeGroup(String server, PlannedServerGroup.New group) {
        return creation.make(Order.of(
                ResourceType.SERVER_GROUP,
                server,
                group.name(),
                mark -> cloud.serverGroups()
                        .create(ServerGroupCreate.of(marked(group.name(), mark), group.policy()))
                        .id()));
    }

    private static String marked(String name, Mark mark) {
        String ending = "-" + mark.name();
        int room = LONGEST_NAME - ending.length();
        return (name.length() > room ? name.substring(0, room) : name) + ending;
    }
}
