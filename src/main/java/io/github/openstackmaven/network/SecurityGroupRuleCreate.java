package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Post;
import java.util.Map;
import java.util.Optional;

/**
 * What <a href="https://docs.openstack.org/api-ref/network/v2/#create-security-group-rule">POST /security-group-rules</a>
 * is sent.
 *
 * @param direction {@code ingress} or {@code egress}
 * @param ethertype {@code IPv4} or {@code IPv6}
 * @param protocol empty for any
 */
public record SecurityGroupRuleCreate(
        @JsonProperty("security_group_id") String securityGroupId,
        String direction,
        String ethertype,
        Optional<String> protocol,
        @JsonProperty("port_range_min") Optional<Integer> portRangeMin,
        @JsonProperty("port_range_max") Optional<Integer> portRangeMax,
        @JsonProperty("remote_ip_prefix") Optional<String> remoteIpPrefix,
        @JsonProperty("remote_group_id") Optional<String> remoteGroupId) {

    /** A rule for what comes in. */
    public static SecurityGroupRuleCreate ingress(
            String group,
            String ethertype,
            Optional<String> protocol,
            Optional<Integer> portRangeMin,
            Optional<Integer> portRangeMax,
            Optional<String> remoteIpPrefix,
            Optional<String> remoteGroupId) {
        return new SecurityGroupRuleCreate(
                group, "ingress", ethertype, protocol, portRangeMin, portRangeMax, remoteIpPrefix, remoteGroupId);
    }

    /** The same of another group. */
    public SecurityGroupRuleCreate of(String group) {
        return new SecurityGroupRuleCreate(
                group, direction, ethertype, protocol, portRangeMin, portRangeMax, remoteIpPrefix, remoteGroupId);
    }

    /** As it is sent. */
    public Post post() {
        return new Post("/security-group-rules", Map.of("security_group_rule", this));
    }
}
