package io.github.openstackmaven.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Nothing. */
    public static Equipment none() {
        return new Equipment(
                Optional.empty(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
