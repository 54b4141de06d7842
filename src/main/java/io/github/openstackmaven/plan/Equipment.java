package io.github.openstackmaven.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was made for a server before its create, which names it by id.
 *
 * @param bootVolume the id of the volume it boots from, where one was made
 * @param volumes the ids of its further volumes, those that were there too, in the plan's order
 * @param ports from the index of an interface to the id of the port made for it
 * @param keyName the name of the keypair made for it
 * @param ingressGroup the id of the group made for its ingress rules
 * @param serverGroup the server group's id, where one was made
 */
public record Equipment(
        Optional<String> bootVolume,
        List<String> volumes,
        Map<Integer, String> ports,
        Optional<String> keyName,
        Optional<String> ingressGroup,
        Optional<String> serverGroup) {

    public Equipment {
        volumes = List.copyOf(volumes);
        ports = Map.copyOf(ports);
    }

    /**
     * What will be made for a server, with a word about each thing where its id will be.
     *
     * @param keyName the name of the keypair, where one is made
     */
    public static Equipment foreseen(PlannedServer server, String keyName) {
        List<PlannedNetworks.Nic> nics = server.networks().nics();
        return new Equipment(
                server.boot() instanceof PlannedBoot.OnVolume on
                        ? Optional.of(volumeId(on.volume()))
                        : Optional.empty(),
                server.volumes().stream().map(Equipment::volumeId).toList(),
                IntStream.range(0, nics.size())
                        .boxed()
                        .filter(index -> nics.get(index) instanceof PlannedNetworks.OnOwnPort)
                        .collect(Collectors.toMap(index -> index, index -> idOf("port", server.portName(index)))),
                server.access().key() instanceof KeySpec.Ephemeral ? Optional.of(keyName) : Optional.empty(),
                server.access().ingress().isEmpty()
                        ? Optional.empty()
                        : Optional.of(idOf("security group", server.ingressGroupName())),
                server.serverGroup()
                        .filter(PlannedServerGroup.New.class::isInstance)
                        .map(group -> idOf("server group", ((PlannedServerGroup.New) group).name())));
    }

    private static String volumeId(PlannedVolume volume) {
        return volume instanceof PlannedVolume.New made
                ? idOf("volume", made.name())
                : ((PlannedVolume.Existing) volume).volume().id();
    }

    /** What stands where the id of a thing will be that is not made yet. */
    public static String idOf(String kind, String name) {
        return "<id of " + kind + " " + name + ">";
    }

    /** Nothing. */
    public static Equipment none() {
        return new Equipment(
                Optional.empty(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
