package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What <a href="https://docs.openstack.org/api-ref/compute/#create-server">POST /servers</a> is sent.
 *
 * @param networks empty leaves the field out: Nova then takes the project's only network
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServerCreate(
        String name,
        String imageRef,
        String flavorRef,
        List<NetworkRef> networks,
        Map<String, String> metadata,
        Optional<String> description,
        List<String> tags) {

    /** A network to put the server on, by id. */
    public record NetworkRef(String uuid) {}
}
