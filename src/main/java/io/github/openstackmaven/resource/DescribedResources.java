package io.github.openstackmaven.resource;

import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.network.DescribedClient;
import io.github.openstackmaven.network.FloatingIp;
import io.github.openstackmaven.network.FloatingIpClient;
import io.github.openstackmaven.network.Port;
import io.github.openstackmaven.network.PortClient;
import io.github.openstackmaven.network.SecurityGroup;
import io.github.openstackmaven.network.SecurityGroupClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Resources of Neutron, marked in their description. An administrator's lists would show every project's: one is asked for. */
record DescribedResources<T>(DescribedClient<T> neutron, String project, Function<T, Resource> view)
        implements ResourcesOfType {

    static DescribedResources<FloatingIp> floatingIps(FloatingIpClient neutron, String project) {
        return new DescribedResources<>(neutron, project, DescribedResources::resource);
    }

    static DescribedResources<Port> ports(PortClient neutron, String project) {
        return new DescribedResources<>(neutron, project, DescribedResources::resource);
    }

    static DescribedResources<SecurityGroup> securityGroups(SecurityGroupClient neutron, String project) {
        return new DescribedResources<>(neutron, project, DescribedResources::resource);
    }

    @Override
    public List<Resource> all() {
        return neutron.ofProject(project).stream().map(view).toList();
    }

    @Override
    public Optional<Resource> find(String id) {
        return neutron.byId(id).map(view);
    }

    @Override
    public boolean delete(String id) {
        return neutron.delete(id);
    }

    @Override
    public void renew(Resource resource, Optional<Instant> expiresAt) {
        resource.mark()
                .or(() -> find(resource.id()).flatMap(Resource::mark))
                .ifPresent(mark ->
                        neutron.describe(resource.id(), mark.expiring(expiresAt).description()));
    }

    @Override
    public void release(Resource resource) {
        neutron.describe(resource.id(), "");
    }

    static Resource resource(FloatingIp floating) {
        return new Resource(
                ResourceType.FLOATING_IP,
                floating.id(),
                floating.address(),
                Mark.inDescription(floating.description()),
                floating.createdAt(),
                Optional.of(floating.status()));
    }

    static Resource resource(Port port) {
        return new Resource(
                ResourceType.PORT,
                port.id(),
                port.name(),
                Mark.inDescription(port.description()),
                port.createdAt(),
                Optional.of(port.status()));
    }

    private static Resource resource(SecurityGroup group) {
        return new Resource(
                ResourceType.SECURITY_GROUP,
                group.id(),
                group.name(),
                Mark.inDescription(group.description()),
                group.createdAt(),
                Optional.empty());
    }
}
