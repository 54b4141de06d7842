package io.github.openstackmaven.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.HttpUrl;
import io.github.openstackmaven.http.OrEmpty;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The services of a cloud and where they answer, as the token lists them. */
public record Catalog(List<Service> services) {

    /** A service; its type is what identifies it, its name is the operator's taste and tells two of a type apart. */
    public record Service(
            @OrEmpty String type,
            @OrEmpty String name,
            @OrEmpty List<Endpoint> endpoints) {
        public Service {
            endpoints = endpoints.stream()
                    .filter(endpoint -> !endpoint.url().isBlank())
                    .toList();
        }
    }

    /** Where a service answers in one region, for one kind of caller. */
    public record Endpoint(
            @JsonProperty("interface") @OrEmpty String face,
            @JsonProperty("region_id") @OrEmpty String region,
            @OrEmpty String url) {

        private boolean isIn(Optional<String> wanted) {
            return wanted.map(region::equals).orElse(true);
        }
    }

    public Catalog {
        services = List.copyOf(services);
    }

    /**
     * The same without the services of other names, as
     * <a href="https://opendev.org/openstack/keystoneauth/src/branch/master/keystoneauth1/access/service_catalog.py">keystoneauth</a>
     * looks for one: a service that has no name may be any.
     */
    Catalog called(String name) {
        return new Catalog(services.stream()
                .filter(service -> service.name().isEmpty() || service.name().equals(name))
                .toList());
    }

    /** What the services of a type are called. */
    List<String> names(ServiceType type, String listedAs) {
        return of(type, listedAs).map(Service::name).toList();
    }

    /** Whether a service has such an endpoint as {@link #endpoint} looks for. */
    boolean has(ServiceType type, String listedAs, Optional<String> region, List<String> interfaces) {
        return of(type, listedAs)
                .flatMap(service -> service.endpoints().stream())
                .anyMatch(endpoint -> endpoint.isIn(region) && interfaces.contains(endpoint.face()));
    }

    /** Where a service answers that is none of OpenStack's, where it is listed. */
    public Optional<URI> listed(String type) {
        return services.stream()
                .filter(service -> service.type().equals(type))
                .flatMap(service -> service.endpoints().stream())
                .findFirst()
                .map(endpoint -> HttpUrl.parse(endpoint.url(), "URL of the " + type + " service in the catalog"));
    }

    /**
     * The region whose Keystone is the one at this URL: what a cloud of several regions means when the user names none.
     * Empty when no identity endpoint or more than one region has that URL.
     */
    public Optional<String> regionOf(URI authUrl) {
        List<String> regions = of(ServiceType.IDENTITY, "identity")
                .flatMap(service -> service.endpoints().stream())
                .filter(endpoint -> sameServer(endpoint.url(), authUrl))
                .map(Endpoint::region)
                .filter(region -> !region.isEmpty())
                .distinct()
                .toList();
        return regions.size() == 1 ? Optional.of(regions.get(0)) : Optional.empty();
    }

    /**
     * The endpoint of a service.
     *
     * @param listedAs the type it is listed as, where that is not one of the official names
     * @param preferred the region to choose from where the service has it, and any region where not
     * @param interfaces those that will do, the best first
     * @throws OpenStackException when service, region or interface is not there; lists those that are
     */
    URI endpoint(
            ServiceType type,
            String listedAs,
            Optional<String> region,
            Optional<String> preferred,
            List<String> interfaces) {
        List<Endpoint> all = of(type, listedAs)
                .flatMap(service -> service.endpoints().stream())
                .toList();
        if (all.isEmpty()) {
            throw new OpenStackException(
                    "No " + listedAs + " service in the catalog",
                    "The catalog has " + sorted(services.stream().map(Service::type)) + ".");
        }
        List<Endpoint> there =
                all.stream().filter(endpoint -> endpoint.isIn(region)).toList();
        if (there.isEmpty()) {
            throw new OpenStackException(
                    "No region " + region.orElseThrow() + " for the " + listedAs + " service",
                    "Its regions are " + sorted(all.stream().map(Endpoint::region))
                            + ": set <region> or -Dopenstack.region to one of them.");
        }
        return interfaces.stream()
                .flatMap(face -> there.stream()
                        .filter(endpoint -> face.equals(endpoint.face()))
                        .sorted(Comparator.comparing(endpoint ->
                                !preferred.map(endpoint.region()::equals).orElse(true))))
                .findFirst()
                .map(endpoint -> HttpUrl.parse(endpoint.url(), "URL of the " + listedAs + " service in the catalog"))
                .orElseThrow(() -> new OpenStackException(
                        "No " + String.join(" or ", interfaces) + " endpoint of the " + listedAs + " service",
                        "Its interfaces are " + sorted(there.stream().map(Endpoint::face))
                                + ": set <interface> or -Dopenstack.interface to one of them."));
    }

    /** The endpoints of a service that are on other hosts or ports than one that can't be reached. */
    List<Endpoint> elsewhere(ServiceType type, String listedAs, Optional<String> region, URI unreachable) {
        return of(type, listedAs)
                .flatMap(service -> service.endpoints().stream())
                .filter(endpoint -> endpoint.isIn(region) && !sameServer(endpoint.url(), unreachable))
                .toList();
    }

    // The official type first, then its aliases in the authority's order.
    private Stream<Service> of(ServiceType type, String listedAs) {
        return Stream.concat(
                        Stream.of(listedAs),
                        type.names().filter(name -> type.officialName().equals(listedAs)))
                .distinct()
                .flatMap(name ->
                        services.stream().filter(service -> service.type().equals(name)));
    }

    private static boolean sameServer(String url, URI other) {
        String root = other.getScheme() + "://" + other.getAuthority();
        return url.equalsIgnoreCase(root) || url.regionMatches(true, 0, root + "/", 0, root.length() + 1);
    }

    private static String sorted(Stream<String> names) {
        return String.join(", ", names.distinct().sorted().toList());
    }
}
