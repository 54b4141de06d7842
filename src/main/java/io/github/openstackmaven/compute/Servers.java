package io.github.openstackmaven.compute;

import io.github.openstackmaven.NamedServers;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Servers of a project: created, seen, deleted. */
public interface Servers {
    /** Asks for a server, or for several: Nova tells the first of them, and the password of all. */
    CreatedServer create(ServerRequest request);

    /** The server as it is now; empty when it is gone. */
    Optional<Server> server(String id);

    /**
     * The servers of the project, page by page. Nova lets nobody but an administrator choose them by metadata
     * (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/api/openstack/compute/servers.py">{@code _get_server_search_options}</a>),
     * so whoever looks for marks reads them all, 1000 a page.
     */
    List<Server> all();

    /** Those of the project that have one of these names, chosen by Nova as far as it can. */
    default List<Server> named(Collection<String> names) {
        return all().stream().filter(server -> names.contains(server.name())).toList();
    }

    /**
     * Those of the project that a user means by that name: the servers of it, or of a {@code <count>} of that name, in one
     * request.
     */
    default List<Server> meant(String name) {
        return new NamedServers<>(all(), Server::name).named(name);
    }

    /**
     * Those of the project that were changed at that time or later, page by page: deleted ones too, and always those that
     * are not yet on a host (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/objects/build_request.py">{@code BuildRequestList.get_by_filters}</a>).
     * One that has just been given to a host is missing until that has begun with it: it has no time of a change
     * (<a href="https://opendev.org/openstack/nova/src/branch/master/nova/db/main/api.py">{@code _get_query_nova_resource_by_changes_time}</a>).
     */
    List<Server> changedSince(Instant time);

    /** Asks for its end; false when Nova says that there is none. */
    boolean delete(String id);
}
