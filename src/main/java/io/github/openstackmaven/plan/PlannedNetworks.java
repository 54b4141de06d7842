package io.github.openstackmaven.plan;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.ServerCreate;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The networks of a server, whose look-ups are under way once it is made. */
final class PlannedNetworks {
    private final NetworksSpec spec;
    private final List<Interface> interfaces;

    /** One interface and its network; or its port, which knows its own. */
    private record Interface(
            NetworksSpec.Nic nic,
            Optional<CompletableFuture<Network>> network,
            Optional<CompletableFuture<Port>> port) {}

    PlannedNetworks(Cloud cloud, Executor executor, NetworksSpec spec) {
        this.spec = spec;
        if (spec instanceof NetworksSpec.Listed listed) {
            interfaces = listed.nics().stream()
                    .map(nic -> new Interface(
                            nic,
                            nic.network()
                                    .map(name ->
                                            ask(executor, () -> chooser(cloud).choose(name))),
                            nic.port().map(name -> ask(executor, () -> new PortChooser(cloud.ports()).choose(name)))))
                    .toList();
        } else if (spec instanceof NetworksSpec.Unspecified && cloud.hasNetworks()) {
            interfaces = List.of(new Interface(
                    NetworksSpec.Nic.on("the project's only network"),
                    Optional.of(ask(
                            executor,
                            () -> cloud.defaultNetwork()
                                    .map(chooser(cloud)::choose)
                                    .orElseGet(() -> chooser(cloud).only()))),
                    Optional.empty()));
        } else {
            interfaces = List.of();
        }
    }

    /** As the create names them; empty leaves the choice to Nova. */
    Optional<ServerCreate.Networks> forNova() {
        if (spec instanceof NetworksSpec.Auto) return Optional.of(new ServerCreate.Allocation("auto"));
        if (spec instanceof NetworksSpec.None) return Optional.of(new ServerCreate.Allocation("none"));
        List<ServerCreate.Interface> asked = interfaces.stream()
                .map(one -> new ServerCreate.Interface(
                        one.network().map(network -> Planner.join(network).id()),
                        one.port().map(port -> Planner.join(port).id()),
                        one.nic().fixedIp(),
                        one.nic().tag()))
                .toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(new ServerCreate.Interfaces(asked));
    }

    /** For people. */
    List<String> names() {
        return interfaces.stream()
                .map(one -> one.network()
                        .map(network -> Planner.join(network).name())
                        .orElseGet(() -> "port " + one.nic().port().orElseThrow()))
                .toList();
    }

    private static NetworkChooser chooser(Cloud cloud) {
        return new NetworkChooser(cloud.network(), cloud.projectId());
    }

    private static <T> CompletableFuture<T> ask(Executor executor, Supplier<T> lookUp) {
        return CompletableFuture.supplyAsync(lookUp, executor);
    }
}
