package io.github.openstackmaven.network;

import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;

/** Networks: <a href="https://docs.openstack.org/api-ref/network/v2/">Neutron v2.0</a>. */
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
        return list(Map.of("name", name));
    }

    /** The networks that the project sees. */
    public List<Network> all() {
        return list(Map.of());
    }

    private List<Network> list(Map<String, String> query) {
        return neutron.get("/networks", query, Page.class).networks();
    }

    private record Page(List<Network> networks) {}
}
