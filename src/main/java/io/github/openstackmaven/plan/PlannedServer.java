package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server with every name resolved.
 *
 * @param preparation of the image that it boots from, where it is to be prepared
 */
public record PlannedServer(
        ServerSpec spec,
        PlannedBoot boot,
        Flavor flavor,
        PlannedNetworks networks,
        PlannedAccess access,
        Optional<PlannedServerGroup> serverGroup,
        List<PlannedVolume> volumes,
        Optional<PlannedPreparation> preparation) {
    private static final Pattern USER = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}._@\\\\-]*");

    public PlannedServer {
        volumes = List.copyOf(volumes);
    }

    /** The server's name. */
    public String name() {
        return spec.name();
    }

    /** Whether it boots from the disk of a flavor that has none: most clouds refuse that. */
    public boolean bootsWithoutDisk() {
        return boot instanceof PlannedBoot.LocalDisk && flavor.disk() == 0;
    }

    /** Who logs in: as the user says, or else the image, of whoever's making: what is no user's name counts for nothing. */
    public Optional<String> loginUser() {
        return spec.waitFor()
                .ssh()
                .flatMap(WaitFor.Ssh::user)
                .or(() -> boot.image()
                        .flatMap(Image::adminUser)
                        .filter(user -> USER.matcher(user).matches()));
    }

    /** The name of the port made for one of its interfaces, counted from 0: {@code NAME-port-1} for the first. */
    public String portName(int index) {
        return name() + "-port-" + (index + 1);
    }

    /** The security group to be made for its ingress rules, where it has some and no other server's does. */
    Optional<NewSecurityGroup> ingressGroup() {
        return access.ingress().isEmpty() ? Optional.empty() : Optional.of(new NewSecurityGroup(name() + "-ingress"));
    }

    /** The same by another name. */
    PlannedServer named(String name) {
        return with(spec.toBuilder().name(name).build());
    }

    /** The same of another description. */
    PlannedServer with(ServerSpec other) {
        return new PlannedServer(other, boot, flavor, networks, access, serverGroup, volumes, preparation);
    }

    /** The same on other networks. */
    PlannedServer on(PlannedNetworks others) {
        return new PlannedServer(spec, boot, flavor, others, access, serverGroup, volumes, preparation);
    }

    /** The same however its image has come to be. */
    PlannedServer unprepared() {
        return new PlannedServer(spec, boot, flavor, networks, access, serverGroup, volumes, Optional.empty());
    }

    /** The same whichever image its preparation has left: what was prepared alike is alike. */
    PlannedServer whicheverImage() {
        return preparation
                .map(one -> new PlannedServer(
                        spec,
                        boot.of(one.preparation().standIn()),
                        flavor,
                        networks,
                        access,
                        serverGroup,
                        volumes,
                        preparation))
                .orElse(this);
    }

    /** All its disks that are volumes, the one it boots from first. */
    public Stream<PlannedVolume> disks() {
        return Stream.concat(boot.onVolume().stream(), volumes.stream());
    }

    /** The ports that are made for its interfaces, by the interface's index, in these groups. */
    Map<Integer, NewPort> ports(SecurityGroups groups) {
        List<PlannedNetworks.Nic> nics = networks.nics();
        Map<Integer, NewPort> ports = new TreeMap<>();
        for (int index = 0; index < nics.size(); index++) {
            if (nics.get(index) instanceof PlannedNetworks.OnOwnPort own) ports.put(index, port(index, own, groups));
        }
        return ports;
    }

    private NewPort port(int index, PlannedNetworks.OnOwnPort own, SecurityGroups groups) {
        return new NewPort(portName(index), own.network().id(), own.fixedIp(), groups);
    }

    /** The zones to try, in this order; one empty one leaves the choice to Nova. */
    public List<Optional<String>> zones() {
        List<Optional<String>> zones =
                spec.options().availabilityZones().stream().map(Optional::of).toList();
        return zones.isEmpty() ? List.of(Optional.empty()) : zones;
    }

    /** The names of the servers that must be ready before this one is created. */
    public List<String> dependsOn() {
        return spec.relations().dependsOn();
    }

    /** The names of the servers that must have an address before this one is created. */
    public Set<String> references() {
        return spec.options().userData().map(References::names).orElse(Set.of());
    }
}
