package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Link;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Query;
import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project's <a href="https://docs.openstack.org/api-ref/network/v2/#ports">ports</a>. */
public final class PortClient implements DescribedClient<Port> {
    private final ServiceClient neutron;

    public PortClient(ServiceClient neutron) {
        this.neutron = neutron;
    }

    /** Makes a port and returns it with the addresses it got. */
    public Port create(PortCreate port) {
        return neutron.post(port.post(), PortBody.class).port();
    }

    @Override
    public Optional<Port> byId(String id) {
        return neutron.find("/ports/" + PathSegment.of(id), PortBody.class).map(PortBody::port);
    }

    /** The ports of exactly that name. */
    public List<Port> byName(String name) {
        // databases may compare without regard to case
        return list(Map.of("name", name)).stream()
                .filter(one -> one.name().equals(name))
                .toList();
    }

    /** The ports of a server. */
    public List<Port> byDevice(String serverId) {
        return list(Map.of("device_id", serverId));
    }

    @Override
    public List<Port> ofProject(String projectId) {
        return list(Map.of("project_id", projectId));
    }

    /** All the project's ports. */
    public List<Port> all() {
        return list(Map.of());
    }

    @Override
    public void describe(String id, String description) {
        neutron.put("/ports/" + PathSegment.of(id), new DescribeBody(new Describe(description)));
    }

    @Override
    public boolean delete(String id) {
        return neutron.delete("/ports/" + PathSegment.of(id));
    }

    private List<Port> list(Map<String, String> filters) {
        return neutron.all("/ports", Query.of(filters), PortPage.class);
    }

    private record Describe(@JsonInclude String description) {}

    private record DescribeBody(Describe port) {}

    private record PortBody(Port port) {}

    private record PortPage(
            @JsonProperty("ports") List<Port> items,
            @JsonProperty("ports_links") Optional<List<Link>> links) implements Page<Port> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }
}
