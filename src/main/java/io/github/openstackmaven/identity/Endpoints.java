package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.ServiceSettings;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.http.Transport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where the services of a cloud answer: the settings' overrides, else the catalog. Each is found once. */
final class Endpoints {
    private final CloudConfig config;
    private final Token login;
    private final VersionDiscovery discovery;
    private final Map<ServiceType, URI> found = new ConcurrentHashMap<>();

    Endpoints(CloudConfig config, Token login, Transport transport) {
        this.config = config;
        this.login = login;
        this.discovery = new VersionDiscovery(transport, login.id());
    }

    boolean has(ServiceType type) {
        return override(type).isPresent()
                || login.catalog().has(settings(type).serviceType())
                || type.names().anyMatch(login.catalog()::has);
    }

    /**
     * The root of the service's API, version included.
     *
     * @throws OpenStackException when service, region or interface is not there; lists those that are
     */
    URI of(ServiceType type) {
        return found.computeIfAbsent(type, this::find);
    }

    Optional<String> region(ServiceType type) {
        return settings(type)
                .regionName()
                .map(Setting::text)
                .filter(name -> !name.isBlank())
                .or(() -> config.authUrl().flatMap(login.catalog()::regionOf));
    }

    private URI find(ServiceType type) {
        return override(type)
                .map(url -> discovery.versioned(type, url))
                .orElseGet(() -> discovery.versioned(type, inCatalog(type)));
    }

    private URI inCatalog(ServiceType type) {
        if (config.authUrl().isEmpty()) {
            throw new OpenStackException(
                    "No endpoint of the " + type.officialName() + " service: without Keystone there is no catalog",
                    "Set " + type.officialName().replace('-', '_') + "_endpoint_override.");
        }
        ServiceSettings settings = settings(type);
        List<String> interfaces = settings.interfaces().stream()
                .map(face -> face.replaceFirst("URL$", ""))
                .toList();
        return login.catalog()
                .endpoint(
                        type,
                        settings.serviceType(),
                        region(type),
                        interfaces.isEmpty() ? List.of("public") : interfaces);
    }

    private Optional<URI> override(ServiceType type) {
        return settings(type).endpointOverride().map(setting -> {
            String url = setting.text();
            String project = login.project().map(Token.NamedResource::id).orElse("");
            for (String name : List.of("project_id", "tenant_id")) {
                url = url.replace("%(" + name + ")s", project).replace("$(" + name + ")s", project);
            }
            try {
                return URI.create(url);
            } catch (IllegalArgumentException e) {
                throw new OpenStackException(
                        "Malformed endpoint of the " + type.officialName() + " service (" + setting.source() + ")",
                        "It looks like https://HOST:PORT/PATH.",
                        e);
            }
        });
    }

    private ServiceSettings settings(ServiceType type) {
        return config.service(type.officialName());
    }
}
