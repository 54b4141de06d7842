package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.network.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server with every name resolved: what will be asked of Nova. */
public record Plan(ServerSpec spec, Image image, Flavor flavor, List<Network> networks) {

    public Plan {
        networks = List.copyOf(networks);
    }

    /** The server's name. */
    public String name() {
        return spec.name();
    }

    /** The request, with the marks by which the server is known as this plugin's. */
    public ServerCreate create(Map<String, String> marks) {
        Map<String, String> all = new HashMap<>(spec.metadata());
        all.putAll(marks);
        return new ServerCreate(
                spec.name(),
                image.id(),
                flavor.id(),
                networks.stream()
                        .map(network -> new ServerCreate.NetworkRef(network.id()))
                        .toList(),
                all,
                spec.description(),
                spec.tags());
    }
}
