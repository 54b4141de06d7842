package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Link;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Query;
import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Networks, their subnets and the quota: <a href="https://docs.openstack.org/api-ref/network/v2/">Neutron v2.0</a>. */
public final class NetworkClient {
    private final ServiceClient neutron;

    public NetworkClient(ServiceClient neutron) {
        this.neutron = neutron;
    }

    /** The network of that id, or none. */
    public List<Network> byId(String id) {
        return list(Map.of("id", id));
    }

    /** The networks of exactly that name that the project sees. */
    public List<Network> byName(String name) {
        // databases may compare without regard to case
        return list(Map.of("name", name)).stream()
                .filter(one -> one.name().equals(name))
                .toList();
    }

    /** The networks that the project sees. */
    public List<Network> all() {
        return list(Map.of());
    }

    /** The networks that floating IPs come from. */
    public List<Network> external() {
        return list(Map.of("router:external", "true"));
    }

    /** The subnets of a network; none where they are its owner's business, as with most external ones. */
    public List<Subnet> subnets(String networkId) {
        return neutron.all("/subnets", Query.of(Map.of("network_id", networkId)), SubnetPage.class);
    }

    /** The subnets that the project sees, of all networks. */
    public List<Subnet> subnets() {
        return neutron.all("/subnets", Query.of(Map.of()), SubnetPage.class);
    }

    /** A project's quota with what is used of it; empty where the cloud can't tell the use. */
    public Optional<NetworkQuota> quota(String projectId) {
        return neutron.find("/quotas/" + PathSegment.of(projectId) + "/details.json", QuotaBody.class)
                .map(QuotaBody::quota);
    }

    /** The aliases of the API's extensions: what there is besides networks, subnets and ports. */
    public Set<String> extensions() {
        return neutron.get("/extensions", Map.of(), ExtensionList.class).extensions().stream()
                .map(Extension::alias)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Network> list(Map<String, String> query) {
        return neutron.all("/networks", Query.of(query), NetworkPage.class);
    }

    private record ExtensionList(List<Extension> extensions) {}

    private record Extension(@NotEmpty String alias) {}

    private record QuotaBody(NetworkQuota quota) {}

    private record NetworkPage(
            @JsonProperty("networks") List<Network> items,
            @JsonProperty("networks_links") Optional<List<Link>> links) implements Page<Network> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }

    private record SubnetPage(
            @JsonProperty("subnets") List<Subnet> items,
            @JsonProperty("subnets_links") Optional<List<Link>> links) implements Page<Subnet> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }
}
