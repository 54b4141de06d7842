package io.github.openstackmaven.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Link;
import io.github.openstackmaven.http.Page;
import io.github.openstackmaven.http.Query;
import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes, snapshots and their quota: <a href="https://docs.openstack.org/api-ref/block-storage/v3/">Cinder v3</a>. */
public final class VolumeClient implements Volumes {
    private static final int PAGE = 1000;

    private final ServiceClient cinder;

    public VolumeClient(ServiceClient cinder) {
        this.cinder = cinder;
    }

    @Override
    public String create(VolumeCreate volume) {
        return cinder.post("/volumes", new CreateBody(volume), CreatedBody.class)
                .volume()
                .id();
    }

    @Override
    public Optional<Volume> byId(String id) {
        return cinder.find("/volumes/" + id, VolumeBody.class).map(VolumeBody::volume);
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
    public void delete(String id) {
        cinder.delete("/volumes/" + id);
    }

    /** The types the project may use. */
    public List<VolumeType> types() {
        return cinder.get("/types", Map.of(), TypePage.class).types();
    }

    /** The snapshot of that id. */
    public Optional<Snapshot> snapshot(String id) {
        return cinder.find("/snapshots/" + id, SnapshotBody.class).map(SnapshotBody::snapshot);
    }

    /** The snapshots of exactly that name. */
    public List<Snapshot> snapshots(String name) {
        return cinder.get("/snapshots", Map.of("name", name), SnapshotPage.class).snapshots().stream()
                .filter(snapshot -> snapshot.name().filter(name::equals).isPresent())
                .toList();
    }

    /** The project's quota and what is used of it. */
    public VolumeLimits limits() {
        return cinder.get("/limits", Map.of(), LimitsBody.class).limits().absolute();
    }

    private List<Volume> list(Map<String, String> filters) {
        return cinder.all("/volumes/detail", Query.of(filters).and("limit", Integer.toString(PAGE)), VolumePage.class);
    }

    private record CreateBody(VolumeCreate volume) {}

    private record CreatedBody(Created volume) {
        private record Created(String id) {}
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

    private record TypePage(@JsonProperty("volume_types") List<VolumeType> types) {}

    private record SnapshotBody(Snapshot snapshot) {}

    private record SnapshotPage(List<Snapshot> snapshots) {}

    private record LimitsBody(Absolute limits) {
        private record Absolute(VolumeLimits absolute) {}
    }
}
