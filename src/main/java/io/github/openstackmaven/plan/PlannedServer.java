package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.image.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A server with every name resolved: what will be made for it, and asked of Nova. */
public record PlannedServer(
        ServerSpec spec,
        PlannedBoot boot,
        Flavor flavor,
        PlannedNetworks networks,
        PlannedAccess access,
        Optional<PlannedServerGroup> serverGroup,
        List<PlannedVolume> volumes) {

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

    /** Who logs in: as the user says, or else the image. */
    public Optional<String> loginUser() {
        return spec.waitFor()
                .ssh()
                .flatMap(WaitFor.Ssh::user)
                .or(() -> boot.image().flatMap(Image::adminUser));
    }

    /** The name of the port made for one of its interfaces, counted from 0: {@code NAME-port-1} for the first. */
    public String portName(int index) {
        return name() + "-port-" + (index + 1);
    }

    /** The name of the security group made for its ingress rules. */
    public String ingressGroupName() {
        return name() + "-ingress";
    }

    /** The zones to try, in this order; one empty one leaves the choice to Nova. */
    public List<Optional<String>> zones() {
        List<Optional<String>> zones =
                spec.options().availabilityZones().stream().map(Optional::of).toList();
        return zones.isEmpty() ? List.of(Optional.empty()) : zones;
    }

    /** The names of the servers that must have an address before this one is created. */
    public Set<String> references() {
        return spec.options().userData().map(References::names).orElse(Set.of());
    }

    /**
     * The request, with the marks by which the server is known as this plugin's.
     *
     * @param marks goes into the metadata
     * @param equipment what was made for it before
     * @param references what user data says of other servers, filled in
     */
    public ServerRequest create(Map<String, String> marks, Equipment equipment, UnaryOperator<String> references) {
        return new CreateBody(this, equipment).request(marks, references);
    }
}
