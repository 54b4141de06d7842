package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.KeypairCreate;
import io.github.openstackmaven.compute.ServerGroupCreate;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.FloatingIpCreate;
import io.github.openstackmaven.network.PortCreate;
import io.github.openstackmaven.network.SecurityGroupCreate;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.plan.PlannedServers;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.Teardown;
import io.github.openstackmaven.volume.VolumeCreate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;

/** Makes things of every kind on a cloud, with a mark or without; what is left of them at the end is deleted. */
final class MarkedThings implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> READY = Set.of("ACTIVE", "available");

    private final String name = "thing-" + UUID.randomUUID();
    private final List<Resource> made = new CopyOnWriteArrayList<>();
    private final CloudUnderTest under;
    private final Cloud cloud;
    private final CloudResources resources;

    MarkedThings(CloudUnderTest under) {
        this.under = under;
        this.cloud = under.logIn();
        this.resources = new CloudResources(cloud);
    }

    CloudResources resources() {
        return resources;
    }

    /** A mark with an id of its own. */
    static Mark mark(String build, String project, Optional<Instant> expiresAt) {
        return new Mark(build, UUID.randomUUID().toString(), project, "ledger-of-" + build, expiresAt);
    }

    /** One of each kind. */
    List<Resource> each(String build, String project, Optional<Instant> expiresAt) {
        return List.of(ResourceType.values()).stream()
                .map(kind -> make(kind, Optional.of(mark(build, project, expiresAt))))
                .toList();
    }

    /** One that is ready for use. */
    Resource make(ResourceType kind, Optional<Mark> mark) {
        String id = id(kind, mark);
        Resource resource = resources.find(kind, id).orElseThrow();
        made.add(resource);
        if (kind != ResourceType.SERVER && kind != ResourceType.VOLUME) return resource;
        await().pollInterval(Duration.ofMillis(200))
                .atMost(PATIENCE)
                .until(() -> resources
                        .find(kind, id)
                        .flatMap(Resource::status)
                        .filter(READY::contains)
                        .isPresent());
        return resources.find(kind, id).orElseThrow();
    }

    /** A port and its floating IP. */
    private String floatingIp(String description) {
        Resource port =
                port(cloud.network().byName(PortContract.OWN_NETWORK).get(0).id(), "");
        made.add(port);
        return cloud.floatingIps()
                .create(new FloatingIpCreate(
                        cloud.network().external().get(0).id(), port.id(), Optional.empty(), description))
                .id();
    }

    private Resource port(String network, String description) {
        String id = cloud.ports()
                .create(new PortCreate(network, name, description, List.of(), List.of()))
                .id();
        return resources.find(ResourceType.PORT, id).orElseThrow();
    }

    private String id(ResourceType kind, Optional<Mark> mark) {
        String description = mark.map(Mark::description).orElse("");
        Map<String, String> metadata = mark.map(Mark::metadata).orElse(Map.of());
        String named = name + mark.map(one -> "-" + one.name()).orElse("");
        return switch (kind) {
            case SERVER -> server(metadata);
            case FLOATING_IP -> floatingIp(description);
            case PORT ->
                port(cloud.network().byName(LaunchContract.NETWORK).get(0).id(), description)
                        .id();
            case VOLUME -> cloud.volume().create(volume(metadata));
            case KEYPAIR ->
                cloud.keypairs()
                        .create(KeypairCreate.ssh(
                                named, EphemeralKeyPair.generate("test").publicKey()))
                        .name();
            case SECURITY_GROUP ->
                cloud.securityGroups()
                        .create(new SecurityGroupCreate(name, description))
                        .id();
            case SERVER_GROUP ->
                cloud.serverGroups()
                        .create(new ServerGroupCreate(named, ServerGroupPolicy.SOFT_ANTI_AFFINITY, Optional.empty()))
                        .id();
            case IMAGE -> image(metadata);
        };
    }

    /** One without data. */
    private String image(Map<String, String> metadata) {
        Map<String, Object> body = new HashMap<>(metadata);
        body.putAll(Map.of("name", name, "disk_format", "raw", "container_format", "bare", "visibility", "private"));
        return cloud.service(ServiceType.IMAGE)
                .post("/images", body, Image.class)
                .id();
    }

    private String server(Map<String, String> metadata) {
        ServerSpec spec =
                ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK));
        return cloud.compute()
                .create(PlannedServers.request(under.plan(spec), metadata))
                .id();
    }

    private VolumeCreate volume(Map<String, String> metadata) {
        return VolumeCreate.builder(name)
                .size(Optional.of(1))
                .metadata(metadata)
                .build();
    }

    @Override
    public void close() {
        List<Resource> left = made.stream()
                .filter(one -> resources.find(one.kind(), one.id()).isPresent())
                .toList();
        assertThat(new Teardown(
                                resources,
                                Time.system(),
                                PollSchedule.standard(),
                                ForkJoinPool.commonPool(),
                                event -> {})
                        .delete(left, PATIENCE))
                .as("what the test leaves behind")
                .isEmpty();
    }
}
