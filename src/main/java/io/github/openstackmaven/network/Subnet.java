package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.OrEmpty;

/**
 * A network's addresses: <a href="https://docs.openstack.org/api-ref/network/v2/#list-subnets">Neutron</a>.
 *
 * @param ipVersion 4 or 6
 */
public record Subnet(
        String id,
        @OrEmpty String name,
        @JsonProperty("network_id") String networkId,
        @JsonProperty("ip_version") int ipVersion,
        String cidr) {}
