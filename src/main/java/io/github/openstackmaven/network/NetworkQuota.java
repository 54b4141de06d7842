package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a project uses of its quota:
 * <a href="https://docs.openstack.org/api-ref/network/v2/#show-quota-details-for-a-tenant">quota details</a>.
 */
public record NetworkQuota(
        @JsonProperty("port") Use ports,
        @JsonProperty("floatingip") Use floatingIps,
        @JsonProperty("security_group") Use securityGroups,
        @JsonProperty("security_group_rule") Use securityGroupRules) {

    /**
     * One resource.
     *
     * @param limit -1 is none
     * @param reserved asked for at this moment, by creates under way
     */
    public record Use(int limit, int used, int reserved) {}
}
