package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.image.Image;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A server with every name resolved: what will be asked of Nova.
 *
 * @param networks empty leaves the choice to Nova
 * @param networkNames the networks' names, for people
 * @param securityGroups their ids; empty leaves the choice to Nova
 */
public record PlannedServer(
        ServerSpec spec,
        Image image,
        Flavor flavor,
        Optional<ServerCreate.Networks> networks,
        List<String> networkNames,
        List<String> securityGroups) {

    public PlannedServer {
        securityGroups = List.copyOf(securityGroups);
        networkNames = List.copyOf(networkNames);
    }

    /** The server's name. */
    public String name() {
        return spec.name();
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
     * @param references what user data says of other servers, filled in
     */
    public ServerRequest create(Map<String, String> marks, UnaryOperator<String> references) {
        Map<String, String> metadata = new HashMap<>(spec.metadata());
        metadata.putAll(marks);
        ServerOptions options = spec.options();
        return new ServerRequest(
                new ServerCreate(
                        spec.name(),
                        image.id(),
                        flavor.id(),
                        networks,
                        securityGroups.stream()
                                .map(ServerCreate.SecurityGroupRef::new)
                                .toList(),
                        spec.keyPair(),
                        metadata,
                        options.description(),
                        options.tags(),
                        options.hostname(),
                        options.userData().map(data -> data.map(references)).map(UserData::encoded),
                        options.configDrive() ? Optional.of(true) : Optional.empty(),
                        zones().get(0)),
                options.schedulerHints());
    }
}
