package io.github.openstackmaven.volume;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Link;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Query;
import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Volumes, snapshots and their quota: <a href="https://docs.openstack.org/api-ref/block-storage/v3/">Cinder v3</a>. */
public final class VolumeClient implements Volumes {
    private static final int PAGE = 1000;
    private static final Map<String, String> ATTACHMENTS = Map.of("OpenStack-API-Version", "volume 3.27");

    private final ServiceClient cinder;

    public VolumeClient(ServiceClient cinder) {
        this.cinder = cinder;
    }

    @Override
    public String create(VolumeCreate volume) {
        return cinder.post(volume.post(), CreatedBody.class).volume().id();
    }

    @Override
    public Optional<Volume> byId(String id) {
        return cinder.find("/volumes/" + PathSegment.of(id), VolumeBody.class).map(VolumeBody::volume);
    }

    @Override
    public List<Volume> byName(String name) {
        // A database may take two names that differ in case alone for the same.
        return list(Map.of("name", name)).stream()
                .filter(volume -> volume.name().filter(name::equals).isPresent())
                .toList();
    }

    @Override
    public List<Volume> all() {
        return list(Map.of());
    }

    @Override
    public boolean delete(String id) {
        return cinder.delete("/volumes/" + PathSegment.of(id));
    }

    /** Adds to a volume's metadata; other keys stay. */
    public void addMetadata(String id, Map<String, String> metadata) {
        cinder.post("/volumes/" + PathSegment.of(id) + "/metadata", new MetadataBody(metadata));
    }

    /** Takes a key out of a volume's metadata; what is gone already counts as taken out. */
    public void removeMetadata(String id, String key) {
        cinder.delete("/volumes/" + PathSegment.of(id) + "/metadata/" + PathSegment.of(key));
    }

    /** What holds a volume: servers it is on, or was to be on. */
    public List<VolumeAttachment> attachments(String volumeId) {
        return cinder.with(ATTACHMENTS)
                .get("/attachments", Map.of("volume_id", volumeId), AttachmentPage.class)
                .attachments();
    }

    /** Lets go of a volume, which is free when nothing else holds it; what is gone already counts as deleted. */
    public void deleteAttachment(String id) {
        cinder.with(ATTACHMENTS).delete("/attachments/" + PathSegment.of(id));
    }

    /** The type of exactly that name. */
    public Optional<VolumeType> type(String name) {
        return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The types the project may use. */
    public List<VolumeType> types() {
        return cinder.get("/types", Map.of(), TypePage.class).types();
    }

    /** The availability zones that volumes can be made in now. */
    public Set<String> zones() {
        return cinder.get("/os-availability-zone", Map.of(), ZonePage.class).zones().stream()
                .filter(zone -> zone.state().available())
                .map(Zone::name)
                .collect(Collectors.toSet());
    }

    /** The snapshot of that id. */
    public Optional<Snapshot> snapshot(String id) {
        return cinder.find("/snapshots/" + PathSegment.of(id), SnapshotBody.class)
                .map(SnapshotBody::snapshot);
    }

    /** Asks for a snapshot's end; false when Cinder says that there is none. */
    public boolean deleteSnapshot(String id) {
        return cinder.delete("/snapshots/" + PathSegment.of(id));
    }

    /** The snapshots of exactly that name. */
    public List<Snapshot> snapshots(String name) {
        return cinder.get("/snapshots", Map.of("name", name), SnapshotPage.class).snapshots().stream()
                .filter(snapshot -> snapshot.name().filter(name::equals).isPresent())
                .toList();
    }

    /** The project's snapshots. */
    public List<Snapshot> snapshots() {
        return cinder.get("/snapshots", Map.of(), SnapshotPage.class).snapshots();
    }

    /** The project's quota and what is used of it. */
    public VolumeLimits limits() {
        return cinder.get("/limits", Map.of(), LimitsBody.class).limits().absolute();
    }

    private List<Volume> list(Map<String, String> filters) {
        return cinder.all("/volumes/detail", Query.of(filters).and("limit", Integer.toString(PAGE)), VolumePage.class);
    }

    private record CreatedBody(Created volume) {
        private record Created(@NotEmpty String id) {}
    }

    private record VolumeBody(Volume volume) {}

    private record VolumePage(
            @JsonProperty("volumes") List<Volume> items,
            @JsonProperty("volumes_links") Optional<List<Link>> links) implements Page<Volume> {
        @Override
        public Optional<String> next() {
            return Link.next(links);
        }
    }

    private record MetadataBody(
            @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.ALWAYS)
            Map<String, String> metadata) {}

    private record AttachmentPage(List<VolumeAttachment> attachments) {}

    private record TypePage(@JsonProperty("volume_types") List<VolumeType> types) {}

    private record ZonePage(
            @JsonProperty("availabilityZoneInfo") List<Zone> zones) {}

    private record Zone(
            @JsonProperty("zoneName") String name,
            @JsonProperty("zoneState") State state) {
        private record State(boolean available) {}
    }

    private record SnapshotBody(Snapshot snapshot) {}

    private record SnapshotPage(List<Snapshot> snapshots) {}

    private record LimitsBody(Absolute limits) {
        private record Absolute(VolumeLimits absolute) {}
    }
}
