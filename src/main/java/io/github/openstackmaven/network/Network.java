package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.Optional;

/**
 * A network: <a href="https://docs.openstack.org/api-ref/network/v2/#list-networks">Neutron</a>.
 *
 * @param projectId whose it is, by the name that a Neutron of any age has for it
 * @param portSecurity whether security groups apply on it; empty where Neutron knows nothing else
 */
public record Network(
        String id,
        @OrEmpty String name,
        @OrEmpty boolean shared,
        @JsonProperty("tenant_id") @OrEmpty String projectId,
        @JsonProperty("router:external") @OrEmpty boolean external,
        @JsonProperty("port_security_enabled") Optional<Boolean> portSecurity,
        @JsonProperty("created_at") Optional<Instant> createdAt) {}
