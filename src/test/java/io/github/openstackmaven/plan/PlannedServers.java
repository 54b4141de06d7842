package io.github.openstackmaven.plan;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.compute.ServerRequest;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.volume.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Planned servers for tests. */
public final class PlannedServers {
    static final Flavor FLAVOR = new Flavor("f1", "m1.tiny", 2, 512, 1, Optional.empty(), Optional.empty(), Map.of());
    static final Image IMAGE = Shown.as(Image.class, """
                        {"id": "i1", "name": "debian-12", "status": "active", "created_at": "1970-01-01T00:00:00Z"}""");
    static final Network LAN = new Network("n1", "lan", false, "p1", false, Optional.empty(), Optional.empty());
    static final Network PUBLIC = new Network("n2", "public", false, "p2", true, Optional.empty(), Optional.empty());

    private PlannedServers() {}

    /** With nothing but what it can't be without. */
    public static PlannedServer plain() {
        return new PlannedServer(
                ServerSpecs.of("web", "debian-12", "m1.tiny", List.of("lan")),
                new PlannedBoot.LocalDisk(IMAGE),
                FLAVOR,
                on(new PlannedNetworks.OnNetwork(LAN, Optional.empty())),
                new PlannedAccess(List.of(), List.of(), Map.of(), new KeySpec.None(), Optional.empty(), false),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The same of another name. */
    public static PlannedServer named(String name) {
        PlannedServer plain = plain();
        return new PlannedServer(
                plain.spec().toBuilder().name(name).build(),
                plain.boot(),
                plain.flavor(),
                plain.networks(),
                plain.access(),
                plain.serverGroup(),
                plain.volumes(),
                Optional.empty());
    }

    /** The same with these further volumes. */
    static PlannedServer with(PlannedServer server, List<PlannedVolume> volumes) {
        return new PlannedServer(
                server.spec(),
                server.boot(),
                server.flavor(),
                server.networks(),
                server.access(),
                server.serverGroup(),
                volumes,
                Optional.empty());
    }

    /** With something of every kind. */
    public static PlannedServer full() {
        AccessSpec access = new AccessSpec(
                List.of("ssh"),
                List.of(IngressRule.parse("tcp 22 from 10.0.0.0/8"), IngressRule.parse("any from group db")),
                new KeySpec.Ephemeral(),
                Optional.of(new FloatingIpSpec(Optional.empty())),
                false);
        ServerOptions options = ServerOptions.builder()
                .description(Optional.of("for tests"))
                .tags(List.of("ci"))
                .hostname(Optional.of("www"))
                .userData(Optional.of(ServerSpecs.userData("#!/bin/sh\n")))
                .configDrive(true)
                .availabilityZones(List.of("az1", "az2"))
                .schedulerHints(Map.of("different_host", "s9"))
                .adminPassword(Optional.of(Secret.of("hunter2")))
                .build();
        return new PlannedServer(
                plain().spec().toBuilder()
                        .access(access)
                        .options(options)
                        .metadata(Map.of("role", "web"))
                        .build(),
                new PlannedBoot.OnVolume(
                        new PlannedVolume.New(
                                "web-boot",
                                20,
                                Optional.of("i1"),
                                Optional.empty(),
                                Optional.of("fast"),
                                true,
                                VolumeZone.none()),
                        Optional.of(IMAGE)),
                FLAVOR,
                on(
                        new PlannedNetworks.OnNetwork(LAN, Optional.of("front")),
                        new PlannedNetworks.OnOwnPort(LAN, "10.0.0.5", Optional.empty()),
                        new PlannedNetworks.OnPort(port(), Optional.empty())),
                new PlannedAccess(
                        List.of("g1"), access.ingress(), Map.of("db", "g2"), access.key(), Optional.of(PUBLIC), false),
                Optional.of(new PlannedServerGroup.New("apart", ServerGroupPolicy.ANTI_AFFINITY)),
                List.of(
                        new PlannedVolume.New(
                                "web-volume-1",
                                5,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                VolumeZone.none()),
                        new PlannedVolume.Existing(volume("v9", "data"))),
                Optional.empty());
    }

    /** A volume of that name that outlives its server. */
    public static PlannedVolume.New lasting(String name) {
        return new PlannedVolume.New(
                name, 5, Optional.empty(), Optional.empty(), Optional.empty(), false, VolumeZone.none());
    }

    /** The create of one, which shares with nobody. */
    public static NewServer create(PlannedServer server) {
        return Recipe.of(List.of(server)).servers().get(0);
    }

    /** What Nova is asked for, of a server that needs nothing before it. */
    public static ServerRequest request(PlannedServer server, Map<String, String> marks) {
        return create(server)
                .request(
                        Bindings.of(Map.of(), UnaryOperator.identity()),
                        new Marking(marks, Map.of(), "", "", ""),
                        server.zones().get(0));
    }

    /** A plan of these, with nothing known of quotas. */
    public static Plan plan(PlannedServer... servers) {
        return new Plan(List.of(servers), Recipe.of(List.of(servers)), new Quota(List.of()));
    }

    /** What full() is made with. */
    static Bindings made() {
        Map<String, String> ids = Map.of(
                "web-boot", "v1",
                "web-volume-1", "v2",
                "web-port-2", "p1",
                "web", "key-of-the-launch",
                "web-ingress", "g3",
                "apart", "sg1");
        return new Bindings(create -> ids.get(create.name()), UnaryOperator.identity(), Secret::reveal);
    }

    static PlannedNetworks on(PlannedNetworks.Nic... nics) {
        return new PlannedNetworks.Listed(List.of(nics));
    }

    static Port port() {
        return Shown.as(Port.class, """
                {"id": "p9", "name": "mine", "status": "DOWN", "network_id": "n1",
                 "fixed_ips": [{"subnet_id": "s1", "ip_address": "10.0.0.9"}]}""");
    }

    static Volume volume(String id, String name) {
        return Shown.as(Volume.class, """
                {"id": "%s", "name": "%s", "status": "available", "size": 7, "bootable": "true", "metadata": {},
                 "created_at": "1970-01-01T00:00:00Z"}""".formatted(id, name));
    }
}
