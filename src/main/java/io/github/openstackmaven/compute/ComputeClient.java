package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.NamedServers;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.Link;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.MicroversionRange;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.OrEmpty;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Query;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flavors and servers: <a href="https://docs.openstack.org/api-ref/compute/">Nova 2.1</a>. */
public final class ComputeClient implements Servers {
    private static final Microversion OLDEST = new Microversion(2, 1);
    private static final Microversion NETWORKS_REQUIRED = new Microversion(2, 37);
    private static final Microversion ACTIONS_OF_DELETED = new Microversion(2, 21);
    private static final Microversion EVENTS_FOR_ALL = new Microversion(2, 51);
    private static final Microversion EXTRA_SPECS = new Microversion(2, 61);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String LEAVE_OUT = "Leave it out on this cloud.";
    private static final Pattern DEMANDED = Pattern.compile(
            "supported (?:starting with|until) (?:compute API version|microversion) (\\d{1,4}\\.\\d{1,4})");
    private static final Pattern OFFERED = Pattern.compile("Minimum is (\\d+\\.\\d+) and maximum is (\\d+\\.\\d+)");

    private static final Pattern IMAGE_URL = Pattern.compile("/images/([^/?#]+)/?$");

    private final ServiceClient nova;
    private final Optional<Microversion> standard;

    /**
     * A client of Nova.
     *
     * @param standard the microversion to send where nothing asks for a later one; empty for 2.1
     */
    public ComputeClient(ServiceClient nova, Optional<Microversion> standard) {
        this.nova = standard.map(version -> at(nova, version)).orElse(nova);
        this.standard = standard;
    }

    /** All flavors the project may use, page by page. */
    public List<Flavor> flavors() {
        return nova.all("/flavors/detail", Query.of(Map.of()), FlavorPage.class);
    }

    /**
     * Those with at least so much, the fewest vCPUs first; a page is asked for when it is wanted. Nova can't be asked for a
     * name, nor for vCPUs
     * (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/api/openstack/compute/flavors.py">{@code _get_flavors}</a>),
     * and has no more than 1000 on a page.
     *
     * @param minRam MiB
     * @param minDisk GiB
     */
    public Iterator<List<Flavor>> flavors(int minRam, int minDisk) {
        return flavors(nova, minRam, minDisk);
    }

    /**
     * The same with what each asks of a host.
     *
     * @throws HttpStatusException 406, when the first page is asked for, of a Nova that does not show it
     */
    public Iterator<List<Flavor>> flavorsWithExtraSpecs(int minRam, int minDisk) {
        return flavors(at(nova, least(Stream.of(EXTRA_SPECS)).orElseThrow()), minRam, minDisk);
    }

    private static Iterator<List<Flavor>> flavors(ServiceClient nova, int minRam, int minDisk) {
        Map<String, String> query = new HashMap<>(Map.of("sort_key", "vcpus"));
        if (minRam > 0) query.put("minRam", String.valueOf(minRam));
        if (minDisk > 0) query.put("minDisk", String.valueOf(minDisk));
        return nova.pages("/flavors/detail", Query.of(query), FlavorPage.class);
    }

    /** The flavor of that id. */
    public Optional<Flavor> flavor(String id) {
        return nova.find("/flavors/" + PathSegment.of(id), FlavorBody.class).map(FlavorBody::flavor);
    }

    /**
     * What a flavor asks of a compute host beside its size: {@code hw:cpu_policy}, {@code resources:VGPU}, {@code trait:…}.
     * See <a href="https://docs.openstack.org/nova/latest/configuration/extra-specs.html">extra specs</a>.
     *
     * @throws HttpStatusException 403 when the cloud shows them to nobody but its operators
     */
    public Map<String, String> extraSpecs(String flavor) {
        return nova.find("/flavors/" + PathSegment.of(flavor) + "/os-extra_specs", ExtraSpecsBody.class)
                .map(ExtraSpecsBody::extraSpecs)
                .orElse(Map.of());
    }

    @Override
    public List<Server> all() {
        return nova.all("/servers/detail", Query.of(Map.of()), ServerPage.class);
    }

    @Override
    public List<Server> named(Collection<String> names) {
        if (names.isEmpty()) return List.of();
        return like(names).stream()
                .filter(server -> names.contains(server.name()))
                .toList();
    }

    @Override
    public List<Server> meant(String name) {
        return new NamedServers<>(like(List.of(name, name + "-1")), Server::name).named(name);
    }

    private List<Server> like(Collection<String> names) {
        Map<String, String> query = Map.of("name", new ServerNames(names).pattern());
        return nova.all("/servers/detail", Query.of(query), ServerPage.class);
    }

    @Override
    public List<Server> changedSince(Instant time) {
        String seconds = time.truncatedTo(ChronoUnit.SECONDS).toString();
        return nova.all("/servers/detail", Query.of(Map.of("changes-since", seconds)), ServerPage.class);
    }

    /** Those of the project that were made of an image, chosen by Nova, page by page. */
    public List<Server> ofImage(String id) {
        return nova.all("/servers/detail", Query.of(Map.of("image", id)), ServerPage.class);
    }

    @Override
    public CreatedServer create(ServerRequest request) {
        try {
            return create(request, needed(request.server()));
        } catch (HttpStatusException e) {
            if (e.isOfMicroversion()) throw tooOld(request.server(), e);
            Optional<Microversion> demanded = demanded(e);
            if (demanded.isEmpty()) throw e;
            return create(request, demanded);
        }
    }

    private CreatedServer create(ServerRequest request, Optional<Microversion> version) {
        return version.map(one -> at(nova, one))
                .orElse(nova)
                .post(request.post(), CreatedBody.class)
                .server()
                .told();
    }

    // Nova alone knows what a volume or a port is like, and says which microversion it wants for it:
    // 2.60 for a volume of several servers, 2.72 for a port with a bandwidth of its own.
    private static Optional<Microversion> demanded(HttpStatusException refusal) {
        Matcher demanded = DEMANDED.matcher(refusal.words());
        return demanded.find() ? Optional.of(Microversion.parse(demanded.group(1))) : Optional.empty();
    }

    /** Whether a create must say something of networks, which Nova did unasked before 2.37. */
    public boolean demandsNetworks(ServerCreate server) {
        return needed(server)
                .filter(version -> version.compareTo(NETWORKS_REQUIRED) >= 0)
                .isPresent();
    }

    private Optional<Microversion> needed(ServerCreate server) {
        return least(ServerFeature.of(server).map(ServerFeature::since));
    }

    // That knows all of it, and is not before the one that is sent anyway.
    private Optional<Microversion> least(Stream<Microversion> needed) {
        return Stream.concat(needed, standard.stream()).max(Comparator.naturalOrder());
    }

    /** The microversions that Nova speaks; empty where it does not tell. */
    public Optional<MicroversionRange> microversions() {
        try {
            return at(nova, OLDEST).version(VersionBody.class).version().range();
        } catch (OpenStackException e) {
            return Optional.empty();
        }
    }

    /**
     * The names of the availability zones that servers can be put in, whether or not they have a host that takes some now:
     * <a href="https://docs.openstack.org/api-ref/compute/#get-availability-zone-information">GET /os-availability-zone</a>.
     */
    public Set<String> zones() {
        return nova.get("/os-availability-zone", Map.of(), ZonesBody.class).zones().stream()
                .map(Zone::name)
                .collect(Collectors.toSet());
    }

    /** The project's quota and what is used of it. */
    public Limits limits() {
        return nova.get("/limits", Map.of(), LimitsBody.class).limits().absolute();
    }

    @Override
    public Optional<Server> server(String id) {
        return nova.find(path(id), ServerBody.class).map(ServerBody::server);
    }

    @Override
    public boolean delete(String id) {
        return nova.delete(path(id));
    }

    /**
     * Asks for the end of a {@linkplain Server#SOFT_DELETED soft-deleted} server and of all that it still has; false when Nova
     * says that there is none.
     *
     * @throws HttpStatusException 403 when the cloud's policy leaves that to its operators
     */
    public boolean forceDelete(String id) {
        try {
            nova.post(path(id) + "/action", new ForceDeleteBody(Optional.empty()));
            return true;
        } catch (HttpStatusException e) {
            if (e.isNotFound()) return false;
            throw e;
        }
    }

    /**
     * The end of what a server wrote to its console; empty text while it has none, and when it is gone.
     *
     * @param lines how many at most
     */
    public String consoleLog(String id, int lines) {
        try {
            return nova.post(path(id) + "/action", new ConsoleBody(new Length(lines)), OutputBody.class)
                    .output();
        } catch (HttpStatusException e) {
            if (e.status() == CONFLICT || e.status() == NOT_FOUND) return "";
            throw e;
        }
    }

    /** What was done to a server, the latest first; of a deleted one too, for a while. */
    public List<InstanceAction> actions(String id) {
        return at(nova, ACTIONS_OF_DELETED)
                .get(path(id) + "/os-instance-actions", Map.of(), ActionsBody.class)
                .actions();
    }

    /** One thing that was done to a server, with its steps. */
    public InstanceAction action(String id, String requestId) {
        return at(nova, EVENTS_FOR_ALL)
                .get(path(id) + "/os-instance-actions/" + PathSegment.of(requestId), Map.of(), ActionBody.class)
                .action();
    }

    /** Asks a server to shut down; it is SHUTOFF a moment later. */
    public void stop(String id) {
        nova.post(path(id) + "/action", new StopBody(Optional.empty()));
    }

    /**
     * Asks for an image of a server and returns its id; it is queued and saved for a while, and the server has a task state
     * meanwhile. Of a server whose disk is a volume Cinder makes a snapshot, and the image has no more than its id.
     *
     * @param metadata the image's properties besides those of the image that the server was made of; these win
     * @throws HttpStatusException 409 in a wrong state, 403 when a quota of snapshots is full or the cloud's policy forbids it
     */
    public String createImage(String id, String name, Map<String, String> metadata) {
        CreateImageBody body = new CreateImageBody(new CreateImage(name, metadata));
        return nova.post(path(id) + "/action", body, ComputeClient::imageId);
    }

    // In the body from 2.45 on, before in the Location header, whose host and path may be any.
    private static Optional<String> imageId(Response answer) {
        return Json.answer(answer.body(), CreatedImage.class)
                .map(CreatedImage::id)
                .or(() -> answer.headers()
                        .firstValue("Location")
                        .flatMap(url -> IMAGE_URL.matcher(url.strip()).results().findFirst())
                        .map(found -> found.group(1)));
    }

    /** Adds to a server's metadata; other keys stay. */
    public void addMetadata(String id, Map<String, String> metadata) {
        nova.post(path(id) + "/metadata", new MetadataBody(metadata));
    }

    /** Takes a key out of a server's metadata; what is gone already counts as taken out. */
    public void removeMetadata(String id, String key) {
        nova.delete(path(id) + "/metadata/" + PathSegment.of(key));
    }

    private static String path(String id) {
        return "/servers/" + PathSegment.of(id);
    }

    private static ServiceClient at(ServiceClient nova, Microversion version) {
        return nova.with(VersionHeaders.of(version));
    }

    private static OpenStackException tooOld(ServerCreate server, HttpStatusException refusal) {
        Matcher offered = OFFERED.matcher(refusal.words());
        String offer = offered.find() ? offered.group(1) + " to " + offered.group(2) : "others";
        String features = ServerFeature.of(server).map(ServerFeature::toString).collect(Collectors.joining(", "));
        return new OpenStackException(
                "This cloud's Nova is too old for what is asked: "
                        + (features.isEmpty() ? "compute_default_microversion is unknown to it" : features)
                        + ", and it offers " + offer + ". " + refusal.getMessage(),
                features.isEmpty() ? "Set compute_default_microversion to one of those." : LEAVE_OUT,
                refusal);
    }

    private record VersionBody(Versions version) {
        // The older API, 2.0, has empty text there: of what came with later ones it knows nothing.
        private record Versions(
                @JsonProperty("min_version") @OrEmpty String oldest,
                @JsonProperty("version") Optional<String> newest) {
            Optional<MicroversionRange> range() {
                try {
                    return newest.map(text -> text.isEmpty()
                            ? new MicroversionRange(OLDEST, OLDEST)
                            : new MicroversionRange(Microversion.parse(oldest), Microversion.parse(text)));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
        }
    }

    private record LimitsBody(Absolute limits) {
        private record Absolute(Limits absolute) {}
    }

    private record ZonesBody(
            @JsonProperty("availabilityZoneInfo") List<Zone> zones) {}

    private record Zone(@JsonProperty("zoneName") String name) {}

    private record ServerBody(Server server) {}

    private record CreatedBody(Created server) {
        private record Created(@NotEmpty String id, Optional<String> adminPass) {
            CreatedServer told() {
                return new CreatedServer(id, adminPass.map(Secret::of));
            }
        }
    }

    private record ConsoleBody(
            @JsonProperty("os-getConsoleOutput") Length length) {}

    private record Length(int length) {}

    private record OutputBody(@OrEmpty String output) {}

    private record StopBody(
            @JsonProperty("os-stop") @JsonInclude(JsonInclude.Include.ALWAYS)
            Optional<String> stop) {}

    private record ForceDeleteBody(
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> forceDelete) {}

    private record CreateImageBody(CreateImage createImage) {}

    private record CreateImage(
            String name,

            @JsonInclude(content = JsonInclude.Include.ALWAYS)
            Map<String, String> metadata) {}

    private record CreatedImage(
            @JsonProperty("image_id") @NotEmpty String id) {}

    private record ActionsBody(
            @JsonProperty("instanceActions") List<InstanceAction> actions) {}

    private record ActionBody(
            @JsonProperty("instanceAction") InstanceAction action) {}

    private record MetadataBody(
            @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.ALWAYS)
            Map<String, String> metadata) {}

    private record FlavorBody(Flavor flavor) {}

    private record ExtraSpecsBody(
            @JsonProperty("extra_specs") @OrEmpty Map<String, String> extraSpecs) {}

    private record FlavorPage(
            @JsonProperty("flavors") List<Flavor> items,
            @JsonProperty("flavors_links") Optional<List<Link>> links) implements Page<Flavor> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }

    private record ServerPage(
            @JsonProperty("servers") List<Server> items,
            @JsonProperty("servers_links") Optional<List<Link>> links) implements Page<Server> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }
}
