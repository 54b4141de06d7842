package io.github.openstackmaven.resource;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.Port;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Resources of the project on a cloud that is logged in to. Of a service that the cloud does not have there are none; who
 * looks for one of them is told, since it may be there for another region or interface.
 */
public record CloudResources(Cloud cloud) implements Resources {
    private static final int ALL_LINES = -1;

    @Override
    public List<Resource> all(ResourceType kind) {
        return ofKind(kind).map(ResourcesOfType::all).orElse(List.of());
    }

    @Override
    public Optional<Resource> find(ResourceType kind, String id) {
        return served(kind).find(id);
    }

    // A project may have thousands of servers, and few that have changed of late.
    @Override
    public List<Resource> serversNamed(Set<String> names) {
        return new ServerResources(cloud.compute()).named(names);
    }

    @Override
    public List<Resource> serversMeant(String name) {
        return new ServerResources(cloud.compute()).meant(name);
    }

    @Override
    public Map<String, Resource> serversChangedSince(Instant time) {
        return new ServerResources(cloud.compute()).changedSince(time);
    }

    @Override
    public Optional<Resource> launched(ResourceType kind, String launch) {
        served(kind);
        if (kind == ResourceType.IMAGE)
            return images().launched(launch).stream().findFirst();
        return Resources.super.launched(kind, launch);
    }

    @Override
    public List<Resource> attached(Resource server) {
        List<Resource> attached = new ArrayList<>();
        if (cloud.hasNetworks()) {
            for (Port port : cloud.ports().byDevice(server.id())) {
                attached.add(DescribedResources.resource(port));
                cloud.floatingIps().byPort(port.id()).stream()
                        .map(DescribedResources::resource)
                        .forEach(attached::add);
            }
        }
        if (cloud.hasVolumes()) attached.addAll(volumes().on(server.id()));
        return List.copyOf(attached);
    }

    @Override
    public List<Resource> users(Resource thing) {
        return users().apply(thing);
    }

    @Override
    public Function<Resource, List<Resource>> users() {
        ServerUse use = new ServerUse(cloud);
        return thing -> use.of(thing).stream()
                .filter(ServerResources::there)
                .map(ServerResources::resource)
                .toList();
    }

    @Override
    public String console(Resource server) {
        return cloud.compute().consoleLog(server.id(), ALL_LINES);
    }

    @Override
    public boolean delete(Resource resource) {
        return served(resource.kind()).delete(resource);
    }

    @Override
    public void renew(Resource resource, Optional<Instant> expiresAt) {
        ofKind(resource.kind()).ifPresent(those -> those.renew(resource, expiresAt));
    }

    @Override
    public void release(Resource resource) {
        ofKind(resource.kind()).ifPresent(those -> those.release(resource));
    }

    private ResourcesOfType served(ResourceType kind) {
        return ofKind(kind)
                .orElseThrow(() -> new OpenStackException(
                        "This login sees no service that has " + kind.label() + "s",
                        "Check <region> and <interface>, and that it is for a project."));
    }

    private Optional<ResourcesOfType> ofKind(ResourceType kind) {
        return switch (kind) {
            case SERVER -> Optional.of(new ServerResources(cloud.compute()));
            case KEYPAIR -> Optional.of(NamedResources.keypairs(cloud.keypairs(), cloud.projectId()));
            case SERVER_GROUP -> Optional.of(NamedResources.serverGroups(cloud.serverGroups()));
            case VOLUME -> cloud.hasVolumes() ? Optional.of(volumes()) : Optional.empty();
            case IMAGE -> cloud.hasImages() ? Optional.of(images()) : Optional.empty();
            case FLOATING_IP ->
                networkProject().map(project -> DescribedResources.floatingIps(cloud.floatingIps(), project));
            case PORT -> networkProject().map(project -> DescribedResources.ports(cloud.ports(), project));
            case SECURITY_GROUP ->
                networkProject().map(project -> DescribedResources.securityGroups(cloud.securityGroups(), project));
        };
    }

    private ImageResources images() {
        return new ImageResources(
                cloud.glance(),
                cloud.projectId(),
                cloud.hasVolumes() ? Optional.of(new SnapshotImages(cloud.volume())) : Optional.empty());
    }

    private VolumeResources volumes() {
        return new VolumeResources(cloud.volume(), cloud.compute());
    }

    private Optional<String> networkProject() {
        return cloud.hasNetworks() ? cloud.projectId() : Optional.empty();
    }
}
