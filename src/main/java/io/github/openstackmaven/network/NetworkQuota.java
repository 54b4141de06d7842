package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.OrEmpty;
import java.util.Optional;

/**
 * What a project uses of its quota:
 * <a href="https://docs.openstack.org/api-ref/network/v2/#show-quota-details-for-a-tenant">quota details</a>.
 */
public record NetworkQuota(
        @JsonProperty("port") Optional<Use> ports,
        @JsonProperty("floatingip") Optional<Use> floatingIps,
        @JsonProperty("security_group") Optional<Use> securityGroups,
        @JsonProperty("security_group_rule") Optional<Use> securityGroupRules) {

    /** What is known where Neutron does not answer. */
    public static NetworkQuota unknown() {
        return new NetworkQuota(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * One resource.
     *
     * @param limit -1 is none
     * @param reserved asked for at this moment, by creates under way
     */
    public record Use(int limit, int used, @OrEmpty int reserved) {}
}
