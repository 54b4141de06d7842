package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What <a href="https://docs.openstack.org/api-ref/network/v2/#create-port">POST /ports</a> is sent.
 *
 * @param fixedIps empty leaves the addresses to Neutron
 * @param securityGroups ids; empty leaves the field out: Neutron then takes the project's default group
 */
public record PortCreate(
        @JsonProperty("network_id") String networkId,
        String name,
        String description,
        @JsonProperty("fixed_ips") List<FixedIp> fixedIps,
        @JsonProperty("security_groups") List<String> securityGroups) {

    public PortCreate {
        fixedIps = List.copyOf(fixedIps);
        securityGroups = List.copyOf(securityGroups);
    }

    /** As it is sent. */
    public Post post() {
        return new Post("/ports", Map.of("port", this));
    }

    /** An address, or any of a subnet's. */
    public record FixedIp(
            @JsonProperty("ip_address") Optional<String> ipAddress,
            @JsonProperty("subnet_id") Optional<String> subnetId) {

        /** Exactly that address; Neutron finds its subnet. */
        public static FixedIp of(String ipAddress) {
            return new FixedIp(Optional.of(ipAddress), Optional.empty());
        }
    }
}
