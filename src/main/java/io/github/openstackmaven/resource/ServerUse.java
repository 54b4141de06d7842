package io.github.openstackmaven.resource;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.network.FloatingIp;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.volume.Volume;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the servers that use a resource, as the resource itself says, and each of them looked at by its id: a list of servers that is not up
 * to date hides none. What all resources of a kind are looked for in is asked for once.
 */
final class ServerUse {
    private final Cloud cloud;
    private final Once<List<Port>> ports;
    private final Once<List<Server>> servers;

    ServerUse(Cloud cloud) {
        this.cloud = cloud;
        this.ports = new Once<>(() -> cloud.hasNetworks()
                ? cloud.projectId().map(cloud.ports()::ofProject).orElse(List.of())
                : List.of());
        this.servers = new Once<>(this::listed);
    }

    /** What is asked for when it is wanted first; a failure is no answer. */
    private static final class Once<T> {
        private final Supplier<T> question;
        private Optional<T> answer = Optional.empty();

        Once(Supplier<T> question) {
            this.question = question;
        }

        synchronized T get() {
            T known = answer.orElseGet(question);
            answer = Optional.of(known);
            return known;
        }
    }

    /** The servers that use it and are there. */
    List<Server> of(Resource resource) {
        return switch (resource.kind()) {
            case SERVER -> List.of();
            case FLOATING_IP ->
                servers(cloud.floatingIps().byId(resource.id()).stream()
                        .map(FloatingIp::portId)
                        .flatMap(Optional::stream)
                        .flatMap(port -> cloud.ports().byId(port).stream())
                        .map(Port::deviceId));
            case PORT -> servers(cloud.ports().byId(resource.id()).stream().map(Port::deviceId));
            case SECURITY_GROUP ->
                servers(ports.get().stream()
                        .filter(port -> port.securityGroups().contains(resource.id()))
                        .map(Port::deviceId));
            case VOLUME ->
                servers(cloud.volume().byId(resource.id()).stream()
                        .flatMap(volume -> volume.attachments().stream())
                        .map(Volume.Attachment::serverId));
            case SERVER_GROUP ->
                servers(cloud.serverGroups().byId(resource.id()).stream().flatMap(group -> group.members().stream()));
            case IMAGE -> cloud.compute().ofImage(resource.id());
            case KEYPAIR ->
                servers.get().stream()
                        .filter(server ->
                                server.keyName().filter(resource.id()::equals).isPresent())
                        .toList();
        };
    }

    // A keypair does not tell; the network service knows of servers that the list may leave out.
    private List<Server> listed() {
        List<Server> listed = cloud.compute().all();
        Set<String> known = listed.stream().map(Server::id).collect(Collectors.toSet());
        Stream<String> others = ports.get().stream().map(Port::deviceId).filter(device -> !known.contains(device));
        return Stream.concat(listed.stream(), servers(others).stream()).toList();
    }

    private List<Server> servers(Stream<String> ids) {
        return ids.filter(id -> !id.isBlank())
                .distinct()
                .flatMap(id -> cloud.compute().server(id).stream())
                .toList();
    }
}
