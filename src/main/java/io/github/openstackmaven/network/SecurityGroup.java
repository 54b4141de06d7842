package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may come in and go out:
 * <a href="https://docs.openstack.org/api-ref/network/v2/#show-security-group">Neutron</a>.
 */
public record SecurityGroup(
        @NotEmpty String id,
        @OrEmpty String name,
        @OrEmpty String description,
        @JsonProperty("security_group_rules") @OrEmpty List<Rule> rules,
        @JsonProperty("created_at") Optional<Instant> createdAt) {

    /**
     * One thing that it lets through: <a
     * href="https://docs.openstack.org/api-ref/network/v2/#show-security-group-rule">Neutron</a>.
     *
     * @param direction {@code ingress} or {@code egress}
     * @param ethertype {@code IPv4} or {@code IPv6}
     * @param protocol empty for any
     */
    public record Rule(
            String id,
            @OrEmpty String direction,
            @OrEmpty String ethertype,
            Optional<String> protocol,
            @JsonProperty("port_range_min") Optional<Integer> portRangeMin,
            @JsonProperty("port_range_max") Optional<Integer> portRangeMax,
            @JsonProperty("remote_ip_prefix") Optional<String> remoteIpPrefix,
            @JsonProperty("remote_group_id") Optional<String> remoteGroupId) {}
}
