package io.github.openstackmaven.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answer of <a href="https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management">POST /v3/auth/tokens</a>. */
record TokenBody(Content token) {
    record Content(
            @JsonProperty("issued_at") Optional<Instant> issuedAt,
            @JsonProperty("expires_at") Instant expiresAt,
            Optional<Token.NamedResource> user,
            Optional<Token.NamedResource> project,
            @OrEmpty List<Catalog.Service> catalog) {}
}
