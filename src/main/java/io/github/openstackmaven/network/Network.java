package io.github.openstackmaven.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/** A network: <a href="https://docs.openstack.org/api-ref/network/v2/#list-networks">Neutron</a>. */
public record Network(
        String id,
        String name,
        boolean shared,
        @JsonProperty("project_id") String projectId,
        @JsonProperty("router:external") boolean external,
        @JsonProperty("created_at") Optional<Instant> createdAt) {}
