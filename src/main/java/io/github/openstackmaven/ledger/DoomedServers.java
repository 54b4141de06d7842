package io.github.openstackmaven.ledger;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which servers are to go.
 *
 * @param force whether those without marks may be among them
 */
public record DoomedServers(Servers servers, boolean force) {

    /**
     * What a ledger has that is still there. A create whose answer was lost is found by its mark; what is gone is struck.
     *
     * @param cloud the cloud that is logged in to; what is on another stays in the ledger
     */
    public List<Server> of(Ledger ledger, String cloud, String project, Consumer<String> warnings) {
        List<Server> doomed = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries()) {
            if (!entry.cloud().equals(cloud) || !entry.project().equals(project)) {
                warnings.accept("Server '" + entry.name() + "' is on another cloud or in another project ("
                        + entry.cloud() + ", " + entry.project() + "): log in there to delete it");
                continue;
            }
            Optional<Server> found = entry.id().isPresent()
                    ? servers.server(entry.id().get())
                    : servers.all().stream()
                            .filter(server ->
                                    entry.launch().equals(server.metadata().get(Marks.LAUNCH)))
                            .findFirst();
            if (found.isEmpty()) ledger.strike(entry.launch());
            found.filter(this::mayGo).ifPresent(doomed::add);
        }
        return doomed;
    }

    /**
     * The servers of that name, or the one of that id.
     *
     * @throws OpenStackException when there is none, or one without marks
     */
    public List<Server> named(Optional<String> name, Optional<String> id) {
        List<Server> found = id.isPresent()
                ? servers.server(id.get()).stream().toList()
                : servers.all().stream()
                        .filter(server -> name.map(server.name()::equals).orElse(false))
                        .toList();
        String wanted = id.or(() -> name).orElseThrow();
        if (found.isEmpty()) {
            throw new OpenStackException(
                    "No server '" + wanted + "' in this project", "Look at: openstack server list");
        }
        found.stream().filter(server -> !mayGo(server)).findFirst().ifPresent(server -> {
            throw new OpenStackException(
                    "Server '" + server.name() + "' (" + server.id() + ") was not made by this plugin: it has no marks",
                    "Say -Dopenstack.force if it is to go all the same.");
        });
        if (found.size() > 1 && id.isEmpty()) {
            throw new OpenStackException(
                    found.size() + " servers are called '" + wanted + "': "
                            + String.join(", ", found.stream().map(Server::id).toList()),
                    "Say which with -Dopenstack.id.");
        }
        return found;
    }

    private boolean mayGo(Server server) {
        return force || Marks.on(server);
    }
}
