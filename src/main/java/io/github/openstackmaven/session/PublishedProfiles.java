package io.github.openstackmaven.session;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.RemoteProfiles;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Profiles that clouds publish about themselves, fetched through this build's proxies. */
public record PublishedProfiles(HttpConnections connections) implements RemoteProfiles {

    @Override
    public Optional<Map<String, Object>> fetch(URI wellKnown) {
        try {
            Response response = connections.toAnybody().send(new Request("GET", wellKnown, Map.of(), Optional.empty()));
            return response.successful()
                    ? Json.read(response.body(), new TypeReference<Map<String, Object>>() {})
                    : Optional.empty();
        } catch (OpenStackException e) {
            return Optional.empty(); // as with openstacksdk, the cloud's own entry may say enough
        }
    }
}
