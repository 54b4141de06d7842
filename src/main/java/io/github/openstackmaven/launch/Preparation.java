package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.Equipment;
import io.github.openstackmaven.plan.PlannedBoot;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Makes what a server needs before its create, all at once where nothing depends. */
record Preparation(
        AccessMaking access, VolumeMaking volumes, Creation creation, Rollback rollback, SideBySide sideBySide) {

    /**
     * Makes it, and waits for what the servers share.
     *
     * @throws OpenStackException when something can't be made
     */
    Equipment equip(PlannedServer plan, SharedEquipment shared) {
        List<CompletableFuture<String>> disks = planned(plan)
                .map(volume -> sideBySide.start(() -> volumes.make(plan.name(), volume)))
                .toList();
        CompletableFuture<AccessMaking.Access> way = sideBySide.start(() -> access.make(plan));
        List<CompletableFuture<?>> all = new ArrayList<>(disks);
        all.add(way);
        sideBySide.await(all);
        AccessMaking.Access made = SideBySide.result(way);
        return with(
                plan,
                disks.stream().map(SideBySide::result).toList(),
                new Equipment(
                        Optional.empty(),
                        List.of(),
                        made.ports(),
                        shared.keyName(plan),
                        made.ingressGroup(),
                        shared.serverGroup(plan)));
    }

    /**
     * The equipment for another attempt: volumes that went with the server of the last one are made again.
     *
     * @throws OpenStackException when something can't be made
     */
    Equipment renew(PlannedServer plan, Equipment used) {
        List<String> ids = Stream.concat(used.bootVolume().stream(), used.volumes().stream())
                .toList();
        List<PlannedVolume> planned = planned(plan).toList();
        List<CompletableFuture<String>> disks = new ArrayList<>();
        for (int index = 0; index < ids.size(); index++) {
            String id = ids.get(index);
            PlannedVolume volume = planned.get(index);
            disks.add(sideBySide.start(() -> goesWithServer(volume) ? again(plan, volume, id) : id));
        }
        return with(plan, sideBySide.all(disks), used);
    }

    private String again(PlannedServer plan, PlannedVolume volume, String id) {
        List<Resource> old = creation.made(ResourceType.VOLUME, List.of(id));
        rollback.delete(old);
        return volumes.make(plan.name(), volume);
    }

    private static boolean goesWithServer(PlannedVolume volume) {
        return volume instanceof PlannedVolume.New made && made.deleteOnTermination();
    }

    // The one it boots from is the first.
    private static Stream<PlannedVolume> planned(PlannedServer plan) {
        Stream<PlannedVolume> boot =
                plan.boot() instanceof PlannedBoot.OnVolume on ? Stream.of(on.volume()) : Stream.empty();
        return Stream.concat(boot, plan.volumes().stream());
    }

    private static Equipment with(PlannedServer plan, List<String> disks, Equipment equipment) {
        boolean boots = plan.boot() instanceof PlannedBoot.OnVolume;
        return new Equipment(
                boots ? Optional.of(disks.get(0)) : Optional.empty(),
                disks.subList(boots ? 1 : 0, disks.size()),
                equipment.ports(),
                equipment.keyName(),
                equipment.ingressGroup(),
                equipment.serverGroup());
    }
}
