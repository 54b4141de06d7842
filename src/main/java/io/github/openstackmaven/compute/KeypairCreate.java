package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Post;
import java.util.Map;

/**
 * What <a href="https://docs.openstack.org/api-ref/compute/#import-or-create-keypair">POST /os-keypairs</a> is sent.
 *
 * @param name letters, digits, spaces, {@code _} and {@code -}: Nova takes no others before 2.92
 * @param publicKey one line as in {@code authorized_keys}
 */
public record KeypairCreate(
        String name,
        String type,
        @JsonProperty("public_key") String publicKey) {

    /** The public half of an SSH key. */
    public static KeypairCreate ssh(String name, String publicKey) {
        return new KeypairCreate(name, "ssh", publicKey);
    }

    /** As it is sent. */
    public Post post() {
        return new Post("/os-keypairs", Map.of("keypair", this));
    }
}
