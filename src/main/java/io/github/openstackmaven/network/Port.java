package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place on a network: <a href="https://docs.openstack.org/api-ref/network/v2/#show-port-details">Neutron</a>.
 *
 * @param status {@code ACTIVE}, {@code DOWN}, {@code BUILD}, {@code ERROR}
 * @param deviceId what it is plugged into, a server's id; empty when nothing is
 * @param securityGroups their ids
 */
public record Port(
        @NotEmpty String id,
        @OrEmpty String name,
        @OrEmpty String description,
        @OrEmpty String status,
        @JsonProperty("network_id") String networkId,
        @JsonProperty("device_id") @OrEmpty String deviceId,
        @JsonProperty("fixed_ips") @OrEmpty List<FixedIp> fixedIps,
        @JsonProperty("security_groups") @OrEmpty List<String> securityGroups,
        @JsonProperty("created_at") Optional<Instant> createdAt) {

    /** One of its addresses. */
    public record FixedIp(
            @JsonProperty("subnet_id") @OrEmpty String subnetId,
            @JsonProperty("ip_address") String ipAddress) {}
}
