package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.OrEmpty;

/**
 * The public half of a key that opens servers: <a
 * href="https://docs.openstack.org/api-ref/compute/#show-keypair-details">Nova</a>. It belongs to the user, not to the project.
 *
 * @param type {@code ssh} or {@code x509}; empty where an old Nova knows no types
 * @param publicKey one line as in {@code authorized_keys}
 */
public record Keypair(
        @NotEmpty String name,
        @OrEmpty String type,
        @OrEmpty String fingerprint,
        @JsonProperty("public_key") @OrEmpty String publicKey) {}
