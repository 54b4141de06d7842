package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.BlockDevice;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.image.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Nova is asked for, once what comes before it is made.
 *
 * @param name of the server, or what the names of several begin with
 * @param count how many of it where that is more than one
 */
record CreateBody(NewServer server, Bindings bindings, String name, Optional<Integer> count) {

    /** A single one. */
    static CreateBody of(NewServer server, Bindings bindings) {
        return new CreateBody(server, bindings, server.name(), Optional.empty());
    }

    ServerRequest request(Map<String, String> marks, Optional<String> zone) {
        PlannedServer plan = server.plan();
        Map<String, String> metadata = new TreeMap<>(plan.spec().metadata());
        metadata.putAll(marks);
        ServerOptions options = plan.spec().options();
        return new ServerRequest(
                ServerCreate.builder(name, plan.flavor().id())
                        .imageRef(localImage().map(Image::id))
                        .networks(networks())
                        .securityGroups(server.securityGroups().ids(bindings).stream()
                                .map(ServerCreate.SecurityGroupRef::new)
                                .toList())
                        .keyName(keyName())
                        .metadata(metadata)
                        .description(options.description())
                        .tags(options.tags())
                        .hostname(options.hostname())
                        .userData(options.userData().map(data -> data.encoded(bindings.references())))
                        .configDrive(options.configDrive() ? Optional.of(true) : Optional.empty())
                        .availabilityZone(zone)
                        .adminPass(options.adminPassword().map(bindings.secrets()))
                        .blockDevices(disks())
                        .minCount(count)
                        .build(),
                schedulerHints(options));
    }

    private Optional<String> keyName() {
        if (server.plan().access().key() instanceof KeySpec.Existing existing) return Optional.of(existing.name());
        return server.keypair().map(bindings::id);
    }

    private Map<String, String> schedulerHints(ServerOptions options) {
        Map<String, String> hints = new TreeMap<>(options.schedulerHints());
        server.plan().serverGroup().ifPresent(group -> hints.put("group", group.id(bindings)));
        return hints;
    }

    private Optional<ServerCreate.Networks> networks() {
        PlannedNetworks networks = server.plan().networks();
        if (networks instanceof PlannedNetworks.Allocated allocated) {
            return Optional.of(new ServerCreate.Allocation(allocated.word()));
        }
        List<PlannedNetworks.Nic> nics = networks.nics();
        Map<Integer, NewPort> ports = server.ports();
        if (nics.isEmpty()) return Optional.empty();
        return Optional.of(new ServerCreate.Interfaces(IntStream.range(0, nics.size())
                .mapToObj(index -> networkInterface(nics.get(index), Optional.ofNullable(ports.get(index))))
                .toList()));
    }

    private ServerCreate.Interface networkInterface(PlannedNetworks.Nic nic, Optional<NewPort> made) {
        Optional<String> port = made.map(bindings::id).or(nic::portId);
        return new ServerCreate.Interface(
                port.isPresent() ? Optional.empty() : Optional.of(nic.networkId()), port, Optional.empty(), nic.tag());
    }

    private Optional<Image> localImage() {
        return server.plan().boot() instanceof PlannedBoot.LocalDisk disk ? Optional.of(disk.from()) : Optional.empty();
    }

    // Once a disk is listed, Nova wants the one to boot from listed too.
    private List<BlockDevice> disks() {
        PlannedServer plan = server.plan();
        LocalDisks local = plan.spec().options().localDisks();
        List<BlockDevice> further = Stream.concat(
                        plan.volumes().stream().map(volume -> disk(volume, Optional.empty())), local.devices())
                .toList();
        Optional<BlockDevice> boot = plan.boot().onVolume().map(volume -> disk(volume, Optional.of(0)));
        if (boot.isEmpty() && further.isEmpty()) return List.of();
        return Stream.concat(
                        Stream.of(boot.orElseGet(() ->
                                BlockDevice.ofImage(localImage().orElseThrow().id()))),
                        further.stream())
                .toList();
    }

    private BlockDevice disk(PlannedVolume volume, Optional<Integer> bootIndex) {
        return BlockDevice.ofVolume(volume.id(bindings), bootIndex, volume.deleteOnTermination());
    }
}
