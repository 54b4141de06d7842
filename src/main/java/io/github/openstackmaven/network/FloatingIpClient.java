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

/** A project's <a href="https://docs.openstack.org/api-ref/network/v2/#floating-ips-floatingips">floating IPs</a>. */
public final class FloatingIpClient implements DescribedClient<FloatingIp> {
    private final ServiceClient neutron;

    public FloatingIpClient(ServiceClient neutron) {
        this.neutron = neutron;
    }

    /** Takes an address and leads it to a port. */
    public FloatingIp create(FloatingIpCreate floatingIp) {
        return neutron.post(floatingIp.post(), FloatingIpBody.class).floatingIp();
    }

    @Override
    public Optional<FloatingIp> byId(String id) {
        return neutron.find("/floatingips/" + PathSegment.of(id), FloatingIpBody.class)
                .map(FloatingIpBody::floatingIp);
    }

    /** The floating IPs that lead to a port. */
    public List<FloatingIp> byPort(String portId) {
        return list(Map.of("port_id", portId));
    }

    @Override
    public List<FloatingIp> ofProject(String projectId) {
        return list(Map.of("project_id", projectId));
    }

    /** All the project's floating IPs. */
    public List<FloatingIp> all() {
        return list(Map.of());
    }

    @Override
    public void describe(String id, String description) {
        neutron.put("/floatingips/" + PathSegment.of(id), new DescribeBody(new Describe(description)));
    }

    /** Gives the address back; false when Neutron says that there is none. */
    @Override
    public boolean delete(String id) {
        return neutron.delete("/floatingips/" + PathSegment.of(id));
    }

    private List<FloatingIp> list(Map<String, String> filters) {
        return neutron.all("/floatingips", Query.of(filters), FloatingIpPage.class);
    }

    private record Describe(@JsonInclude String description) {}

    private record DescribeBody(@JsonProperty("floatingip") Describe floatingIp) {}

    private record FloatingIpBody(
            @JsonProperty("floatingip") FloatingIp floatingIp) {}

    private record FloatingIpPage(
            @JsonProperty("floatingips") List<FloatingIp> items,
            @JsonProperty("floatingips_links") Optional<List<Link>> links)
            implements Page<FloatingIp> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }
}
