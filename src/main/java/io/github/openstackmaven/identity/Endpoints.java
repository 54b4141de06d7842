package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.HttpUrl;
import io.github.openstackmaven.config.ServiceSettings;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.http.AdaptiveLimit;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.RetryingTransport;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.http.UnreachableException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Where the services of a cloud answer: the settings' overrides, else the catalog. Each is found once. */
public final class Endpoints {
    private final CloudConfig config;
    private final Token login;
    private final Transport transport;
    private final Time time;
    private final Map<ServiceType, URI> found = new ConcurrentHashMap<>();
    private final Map<ServiceType, AdaptiveLimit> limits = new ConcurrentHashMap<>();

    /**
     * The services as a login sees them.
     *
     * @param transport for the version documents of endpoints that name no version
     */
    public Endpoints(CloudConfig config, Token login, Transport transport, Time time) {
        this.config = config;
        this.login = login;
        this.transport = transport;
        this.time = time;
    }

    /** Whether the cloud has that service in the region and on the interface in use. */
    public boolean has(ServiceType type) {
        return override(type).isPresent()
                || catalog(type).has(type, settings(type).serviceType(), configuredRegion(type), interfaces(type));
    }

    /** Why the cloud has no such service in the region and on the interface in use; empty where it has. */
    public Optional<OpenStackException> lack(ServiceType type) {
        if (has(type)) return Optional.empty();
        try {
            of(type);
            return Optional.empty();
        } catch (OpenStackException e) {
            return Optional.of(e);
        }
    }

    /**
     * The root of the service's API, version included.
     *
     * @throws OpenStackException when service, region or interface is not there, listing those that are, or another
     *     version is asked for
     */
    public URI of(ServiceType type) {
        return of(type, Patience.standard());
    }

    /** The same for who waits so long. */
    public URI of(ServiceType type, Patience patience) {
        return found.computeIfAbsent(type, wanted -> find(wanted, patience));
    }

    /** The region in use: the configured one, else the one whose Keystone was asked. */
    public Optional<String> region() {
        return region(ServiceType.IDENTITY);
    }

    private Optional<String> region(ServiceType type) {
        return configuredRegion(type).or(this::nearestRegion);
    }

    /** A transport that is as patient with the service as the settings say. */
    public Transport patient(ServiceType type) {
        AdaptiveLimit limit = limits.computeIfAbsent(type, service -> new AdaptiveLimit());
        Transport retrying = RetryingTransport.over(transport, limit, type.retries(settings(type)), time);
        return request -> {
            try {
                return retrying.send(request);
            } catch (UnreachableException e) {
                boolean unreached = e.getCause() instanceof IOException && !e.mayHaveArrived();
                throw unreached ? elsewhere(type, request.uri(), e) : e;
            }
        };
    }

    // Many a catalog names hosts that only the cloud's own network knows, and those of the other interface are meant
    // for others.
    private UnreachableException elsewhere(ServiceType type, URI unreachable, UnreachableException e) {
        if (override(type).isPresent() || config.authUrl().isEmpty()) return e;
        List<Catalog.Endpoint> others =
                catalog(type).elsewhere(type, settings(type).serviceType(), region(type), unreachable);
        if (others.isEmpty()) return e;
        return e.with("The catalog has the " + type.officialName() + " service elsewhere, too: "
                + others.stream()
                        .map(one -> one.face() + " at " + one.url())
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ". Set <interface> or -Dopenstack.interface to what this machine can reach.");
    }

    private URI find(ServiceType type, Patience patience) {
        settings(type).apiVersion().ifPresent(asked -> {
            if (!type.speaks(asked.text())) {
                throw new OpenStackException(
                        "This plugin speaks version " + type.version() + " of the " + type.officialName()
                                + " service, and version " + asked.text() + " is asked for (" + asked.source() + ")",
                        "Leave " + type.officialName().replace('-', '_') + "_api_version out.");
            }
        });
        Transport service = patient(type);
        VersionDiscovery discovery = new VersionDiscovery(request -> service.send(request.with(patience)), login.id());
        return discovery.versioned(type, override(type).orElseGet(() -> inCatalog(type)));
    }

    private URI inCatalog(ServiceType type) {
        if (config.authUrl().isEmpty()) {
            throw new OpenStackException(
                    "No endpoint of the " + type.officialName() + " service: without Keystone there is no catalog",
                    "Set " + type.officialName().replace('-', '_') + "_endpoint_override.");
        }
        String listedAs = settings(type).serviceType();
        checkName(type, listedAs);
        return catalog(type).endpoint(type, listedAs, configuredRegion(type), nearestRegion(), interfaces(type));
    }

    private Optional<Setting> serviceName(ServiceType type) {
        return settings(type).serviceName().filter(name -> !name.text().isEmpty());
    }

    private Catalog catalog(ServiceType type) {
        return serviceName(type)
                .map(name -> login.catalog().called(name.text()))
                .orElse(login.catalog());
    }

    private void checkName(ServiceType type, String listedAs) {
        List<String> all = login.catalog().names(type, listedAs);
        if (all.isEmpty() || !catalog(type).names(type, listedAs).isEmpty()) return;
        serviceName(type).ifPresent(wanted -> {
            throw new OpenStackException(
                    "No " + listedAs + " service in the catalog is called '" + wanted.text() + "', which "
                            + wanted.source() + " asks for",
                    "Those there are called " + String.join(", ", all) + ": name one of them, or none.");
        });
    }

    private List<String> interfaces(ServiceType type) {
        List<String> interfaces = settings(type).interfaces().stream()
                .map(face -> face.replaceFirst("URL$", ""))
                .toList();
        return interfaces.isEmpty() ? List.of("public") : interfaces;
    }

    private Optional<String> configuredRegion(ServiceType type) {
        return settings(type).regionName().map(Setting::text).filter(name -> !name.isBlank());
    }

    private Optional<String> nearestRegion() {
        return config.authUrl().flatMap(login.catalog()::regionOf);
    }

    private Optional<URI> override(ServiceType type) {
        return settings(type)
                .endpointOverride()
                .map(setting -> HttpUrl.parse(
                        filled(setting),
                        "endpoint of the " + type.officialName() + " service (" + setting.source() + ")"));
    }

    // As keystoneauth fills them.
    private String filled(Setting override) {
        String url = override.text();
        url = filled(url, "project_id", login.project(), override);
        url = filled(url, "tenant_id", login.project(), override);
        return filled(url, "user_id", login.user(), override);
    }

    private static String filled(String url, String name, Optional<Token.NamedResource> value, Setting override) {
        if (!url.contains("(" + name + ")s")) return url;
        String id = value.map(Token.NamedResource::id)
                .orElseThrow(() -> new OpenStackException(
                        "The endpoint (" + override.source() + ") asks for the " + name + ", and this login has none",
                        "Write the id into the URL, or log in to a project."));
        return url.replace("%(" + name + ")s", id).replace("$(" + name + ")s", id);
    }

    private ServiceSettings settings(ServiceType type) {
        return config.service(type.officialName());
    }
}
