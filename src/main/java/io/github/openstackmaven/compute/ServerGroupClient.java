package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.ServiceClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project's <a href="https://docs.openstack.org/api-ref/compute/#server-groups-os-server-groups">server groups</a>. */
public final class ServerGroupClient {
    private static final Microversion OLDEST = new Microversion(2, 1);

    private final ServiceClient nova;

    public ServerGroupClient(ServiceClient nova) {
        this.nova = nova;
    }

    /** The group of that id; empty when there is none. */
    public Optional<ServerGroup> byId(String id) {
        return at(OLDEST)
                .find("/os-server-groups/" + PathSegment.of(id), GroupBody.class)
                .map(GroupBody::group);
    }

    /** All the project's groups. */
    public List<ServerGroup> all() {
        return at(OLDEST).get("/os-server-groups", Map.of(), ListBody.class).groups();
    }

    /** The groups of exactly that name; Nova has no filter for it. */
    public List<ServerGroup> byName(String name) {
        return all().stream().filter(group -> group.name().equals(name)).toList();
    }

    /** Makes a group. */
    public ServerGroup create(ServerGroupCreate group) {
        return at(group.since()).post(group.post(), GroupBody.class).group();
    }

    /** Deletes a group, which leaves its servers alone; false when Nova says that there is none. */
    public boolean delete(String id) {
        return at(OLDEST).delete("/os-server-groups/" + PathSegment.of(id));
    }

    private ServiceClient at(Microversion version) {
        return nova.with(VersionHeaders.of(version));
    }

    private record GroupBody(@JsonProperty("server_group") ServerGroup group) {}

    private record ListBody(@JsonProperty("server_groups") List<ServerGroup> groups) {}
}
