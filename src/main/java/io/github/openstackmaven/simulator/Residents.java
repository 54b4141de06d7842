package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.Resident.State;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.FloatingIp;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Keypair;
import io.github.openstackmaven.simulator.state.Network;
import io.github.openstackmaven.simulator.state.Port;
import io.github.openstackmaven.simulator.state.Server;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Which machine has which address, and how it behaves: by its server's image, keypair and {@code oslab_} metadata. */
record Residents(CloudState cloud) {
    private static final int OK = 200;

    /** Who is there now. */
    Resident at(String address) {
        synchronized (cloud) {
            cloud.settle();
            return cloud.networks().stream()
                    .filter(network -> network.has(address))
                    .findFirst()
                    .map(network -> on(network, address))
                    .orElseGet(() -> Resident.none(State.ELSEWHERE));
        }
    }

    private Resident on(Network network, String address) {
        if (network.hasDhcp()) return Resident.none(State.BEHIND_ROUTER);
        return port(network, address)
                .flatMap(Port::device)
                .flatMap(cloud.servers()::find)
                .filter(server -> server.phase(cloud.now()) == Server.Phase.ACTIVE)
                .map(this::resident)
                .orElseGet(() -> Resident.none(State.NOBODY));
    }

    private Optional<Port> port(Network network, String address) {
        return cloud.floatingIps().stream()
                .filter(floating -> floating.address().equals(address))
                .findFirst()
                .flatMap(FloatingIp::port)
                .flatMap(cloud.ports()::find)
                .or(() -> cloud.ports().stream()
                        .filter(port -> port.network().equals(network.id()))
                        .filter(port -> port.address().equals(address))
                        .findFirst());
    }

    private Resident resident(Server server) {
        Instant booted = server.build().finished().plus(server.build().bootTime());
        boolean up = !cloud.now().isBefore(booted) && !says(server, "off");
        State state = up ? State.UP : State.DOWN;
        return new Resident(server.isOn(cloud.now()) ? state : State.OFF, Optional.of(machine(server)));
    }

    private Machine machine(Server server) {
        Optional<Image> image = server.image().flatMap(cloud::imageEver);
        String user = image.map(this::user).orElse("cirros");
        return new Machine(
                server.id(),
                server.labels().name(),
                user,
                server.keypair().map(Keypair::publicKey).filter(key -> !says(server, "noauth")),
                pageStatus(server.labels().metadata()),
                !user.equals("cirros"));
    }

    // debian-12 lets debian in.
    private String user(Image image) {
        Optional<Image> base =
                Optional.ofNullable(image.properties().get("base_image_ref")).flatMap(cloud::imageEver);
        if (base.isPresent() && !base.get().equals(image)) return user(base.get());
        return Optional.ofNullable(image.properties().get("os_distro"))
                .orElseGet(() -> image.name().replaceFirst("-.*", ""));
    }

    private static boolean says(Server server, String word) {
        return word.equals(server.labels().metadata().get("oslab_guest"));
    }

    private static int pageStatus(Map<String, String> metadata) {
        String status = metadata.getOrDefault("oslab_http_status", "");
        return status.matches("[2-5]\\d\\d") ? Integer.parseInt(status) : OK;
    }
}
