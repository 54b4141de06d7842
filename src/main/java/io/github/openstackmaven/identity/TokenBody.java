package io.github.openstackmaven.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/** Answer of <a href="https://docs.openstack.org/api-ref/identity/v3/#password-authentication-with-scoped-authorization">POST /v3/auth/tokens</a>. */
record TokenBody(Content token) {
    record Content(
            @JsonProperty("expires_at") Instant expiresAt,
            Token.NamedResource user,
            Token.NamedResource project,
            List<Catalog.Service> catalog) {}
}
