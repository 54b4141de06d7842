package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.BlockDevice;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.image.Image;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What Nova is asked for, where the plan's server has that equipment. */
record CreateBody(PlannedServer plan, Equipment equipment) {

    ServerRequest request(Map<String, String> marks, UnaryOperator<String> references) {
        Map<String, String> metadata = new HashMap<>(plan.spec().metadata());
        metadata.putAll(marks);
        ServerOptions options = plan.spec().options();
        return new ServerRequest(
                new ServerCreate(
                        plan.name(),
                        localImage().map(Image::id),
                        plan.flavor().id(),
                        networks(),
                        plan.access().groups(equipment.ingressGroup()).stream()
                                .map(ServerCreate.SecurityGroupRef::new)
                                .toList(),
                        keyName(),
                        metadata,
                        options.description(),
                        options.tags(),
                        options.hostname(),
                        options.userData().map(data -> data.map(references)).map(UserData::encoded),
                        options.configDrive() ? Optional.of(true) : Optional.empty(),
                        plan.zones().get(0),
                        options.adminPassword().map(Secret::reveal),
                        disks()),
                schedulerHints(options));
    }

    private Optional<String> keyName() {
        if (plan.access().key() instanceof KeySpec.Existing existing) return Optional.of(existing.name());
        return equipment.keyName();
    }

    private Map<String, String> schedulerHints(ServerOptions options) {
        Optional<String> group = plan.serverGroup()
                .flatMap(one -> one instanceof PlannedServerGroup.Existing existing
                        ? Optional.of(existing.group().id())
                        : equipment.serverGroup());
        if (group.isEmpty()) return options.schedulerHints();
        Map<String, String> hints = new HashMap<>(options.schedulerHints());
        hints.put("group", group.get());
        return hints;
    }

    private Optional<ServerCreate.Networks> networks() {
        if (plan.networks() instanceof PlannedNetworks.Allocated allocated) {
            return Optional.of(new ServerCreate.Allocation(allocated.word()));
        }
        List<PlannedNetworks.Nic> nics = plan.networks().nics();
        if (nics.isEmpty()) return Optional.empty();
        return Optional.of(new ServerCreate.Interfaces(IntStream.range(0, nics.size())
                .mapToObj(index -> networkInterface(index, nics.get(index)))
                .toList()));
    }

    private ServerCreate.Interface networkInterface(int index, PlannedNetworks.Nic nic) {
        if (nic instanceof PlannedNetworks.OnNetwork on) {
            return new ServerCreate.Interface(
                    Optional.of(on.network().id()), Optional.empty(), Optional.empty(), on.tag());
        }
        Optional<String> made = Optional.ofNullable(equipment.ports().get(index));
        String port = nic instanceof PlannedNetworks.OnPort on ? on.port().id() : made("port", made);
        return new ServerCreate.Interface(Optional.empty(), Optional.of(port), Optional.empty(), nic.tag());
    }

    private Optional<Image> localImage() {
        return plan.boot() instanceof PlannedBoot.LocalDisk disk ? Optional.of(disk.from()) : Optional.empty();
    }

    // Once a disk is listed, Nova wants the one to boot from listed too.
    private List<BlockDevice> disks() {
        if (plan.boot() instanceof PlannedBoot.LocalDisk && plan.volumes().isEmpty()) return List.of();
        List<BlockDevice> disks = new ArrayList<>();
        disks.add(
                plan.boot() instanceof PlannedBoot.OnVolume boot
                        ? disk(boot.volume(), equipment.bootVolume(), Optional.of(0))
                        : local(localImage().orElseThrow()));
        for (int index = 0; index < plan.volumes().size(); index++) {
            disks.add(disk(plan.volumes().get(index), volume(index), Optional.empty()));
        }
        return disks;
    }

    private Optional<String> volume(int index) {
        return equipment.volumes().stream().skip(index).findFirst();
    }

    private static BlockDevice local(Image image) {
        return new BlockDevice(
                Optional.of(image.id()),
                "image",
                "local",
                Optional.of(0),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static BlockDevice disk(PlannedVolume volume, Optional<String> id, Optional<Integer> bootIndex) {
        String uuid = volume instanceof PlannedVolume.Existing existing
                ? existing.volume().id()
                : made("volume", id);
        boolean goesWithTheServer = volume instanceof PlannedVolume.New made && made.deleteOnTermination();
        return new BlockDevice(
                Optional.of(uuid),
                "volume",
                "volume",
                bootIndex,
                Optional.empty(),
                goesWithTheServer,
                Optional.empty(),
                Optional.empty());
    }

    private static String made(String kind, Optional<String> id) {
        return id.orElseThrow(() -> new IllegalStateException("the " + kind + " is made before the server"));
    }
}
