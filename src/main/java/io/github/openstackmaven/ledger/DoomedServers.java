package io.github.openstackmaven.ledger;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which servers are to go.
 *
 * @param force whether those without marks may be among them
 * @param warnings told of what is on record and can't be deleted here
 */
public record DoomedServers(Servers servers, Time time, boolean force, Consumer<String> warnings) {
    // So long after its create a server that a cloud has accepted shows up in its lists.
    private static final Duration UNDECIDED = Duration.ofMinutes(10);

    /**
     * What a ledger has that is still there. A create whose answer was lost is found by its mark; what is gone is struck.
     *
     * @param here where one is logged in; what is elsewhere stays in the ledger
     * @param wanted which entries are meant
     */
    public List<Server> of(Ledger ledger, LedgerEntry.Place here, Predicate<LedgerEntry> wanted) {
        List<Server> doomed = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries().stream().filter(wanted).toList()) {
            if (!entry.place().equals(here)) {
                warnings.accept("Server '" + entry.name() + "' is elsewhere ("
                        + entry.place().cloud() + ", region "
                        + entry.place().region() + ", project " + entry.place().project()
                        + "): log in there to delete it");
                continue;
            }
            try {
                Optional<Server> found = find(entry);
                if (found.isPresent() && !mayGo(found.get())) {
                    warnings.accept(
                            "Server '" + entry.name() + "' (" + found.get().id()
                                    + ") has lost the plugin's marks: it stays; -Dopenstack.id and -Dopenstack.force delete it");
                } else if (found.isPresent()) {
                    doomed.add(found.get());
                } else if (decided(entry)) {
                    ledger.strike(entry.launch());
                }
            } catch (OpenStackException e) {
                warnings.accept("Server '" + entry.name() + "'"
                        + entry.id().map(id -> " (" + id + ")").orElse("") + " stays on record: " + e.getMessage());
            }
        }
        return doomed;
    }

    /**
     * The server of that name or id.
     *
     * @throws OpenStackException when there is none, or several, or one without marks
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
        found.stream().filter(Predicate.not(this::mayGo)).findFirst().ifPresent(server -> {
            throw new OpenStackException(
                    "Server '" + server.name() + "' (" + server.id() + ") was not made by this plugin: it has no marks",
                    "Say -Dopenstack.force if it is to go all the same.");
        });
        if (found.size() > 1) {
            throw new OpenStackException(
                    found.size() + " servers are called '" + wanted + "': "
                            + String.join(", ", found.stream().map(Server::id).toList()),
                    "Say which with -Dopenstack.id.");
        }
        return found;
    }

    private Optional<Server> find(LedgerEntry entry) {
        return entry.id().isPresent()
                ? servers.server(entry.id().get())
                : servers.all().stream()
                        .filter(server ->
                                entry.launch().equals(server.metadata().get(Marks.LAUNCH)))
                        .findFirst();
    }

    private boolean decided(LedgerEntry entry) {
        return entry.id().isPresent() || entry.at().plus(UNDECIDED).isBefore(time.now());
    }

    private boolean mayGo(Server server) {
        return force || Marks.on(server);
    }
}
