package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.Optional;

/**
 * An address of an external network that leads to a port:
 * <a href="https://docs.openstack.org/api-ref/network/v2/#show-floating-ip-details">Neutron</a>.
 *
 * @param portId empty when it leads nowhere
 * @param fixedIpAddress the port's address that it leads to
 */
public record FloatingIp(
        @NotEmpty String id,
        @JsonProperty("floating_ip_address") String address,
        @OrEmpty String description,
        @OrEmpty String status,
        @JsonProperty("floating_network_id") String networkId,
        @JsonProperty("port_id") Optional<String> portId,
        @JsonProperty("fixed_ip_address") Optional<String> fixedIpAddress,
        @JsonProperty("project_id") @OrEmpty String projectId,
        @JsonProperty("created_at") Optional<Instant> createdAt) {}
