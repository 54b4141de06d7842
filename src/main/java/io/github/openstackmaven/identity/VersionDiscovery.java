package io.github.openstackmaven.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds the version of a service's API below an endpoint that names none, from its
 * <a href="https://specs.openstack.org/openstack/api-sig/guidelines/microversion_specification.html#version-discovery">version
 * document</a>. An endpoint that names its version, and a service whose versions lie at a fixed path, cost no request.
 */
record VersionDiscovery(Transport transport, Optional<Secret> token) {
    private static final Pattern VERSION = Pattern.compile(".*/v\\d+(\\.\\d+)?(/[^/]+)?");

    URI versioned(ServiceType type, URI endpoint) {
        String plain = endpoint.toString().replaceAll("/+$", "");
        if (VERSION.matcher(plain).matches()) return URI.create(plain);
        Optional<String> discovered = type.fixedPath() ? Optional.empty() : discovered(type, plain);
        return URI.create(discovered.orElse(plain + "/" + type.version()));
    }

    // Only the path of what the document names: behind a TLS proxy its scheme and host are often wrong.
    private Optional<String> discovered(ServiceType type, String endpoint) {
        Request request = new Request(
                "GET",
                URI.create(endpoint + "/"),
                token.map(one -> Map.of("X-Auth-Token", one.reveal())).orElse(Map.of()),
                Optional.empty());
        Response response = transport.send(request);
        URI root = URI.create(endpoint);
        return Json.parse(response.body()).stream()
                .flatMap(VersionDiscovery::versions)
                .filter(version -> version.path("id").asText().equals(type.versionId()))
                .flatMap(version -> stream(version.path("links")))
                .filter(link -> link.path("rel").asText().equals("self"))
                .flatMap(link -> path(link.path("href").asText()).stream())
                .map(path -> path.replaceAll("/+$", ""))
                .map(path -> root.getScheme() + "://" + root.getAuthority() + path)
                .findFirst();
    }

    private static Optional<String> path(String href) {
        try {
            return Optional.ofNullable(new URI(href).getRawPath());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Stream<JsonNode> versions(JsonNode document) {
        JsonNode versions = document.path("versions");
        return stream(versions.has("values") ? versions.get("values") : versions);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
