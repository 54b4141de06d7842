package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Post;
import java.util.Map;
import java.util.Optional;

/**
 * What <a href="https://docs.openstack.org/api-ref/network/v2/#create-floating-ip">POST /floatingips</a> is sent: allocation
 * and port in one call, so that no two builds can take the same one.
 *
 * @param networkId an external network
 * @param fixedIpAddress which of the port's addresses, where it has several of IPv4
 */
public record FloatingIpCreate(
        @JsonProperty("floating_network_id") String networkId,
        @JsonProperty("port_id") String portId,
        @JsonProperty("fixed_ip_address") Optional<String> fixedIpAddress,
        String description) {

    /** As it is sent. */
    public Post post() {
        return new Post("/floatingips", Map.of("floatingip", this));
    }
}
