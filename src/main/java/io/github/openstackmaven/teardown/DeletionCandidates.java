package io.github.openstackmaven.teardown;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Failure;
import io.github.openstackmaven.resource.MarkedResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects what to delete: by ledger, by marks, or by a server's name or id.
 *
 * @param force whether resources without marks may be among them
 * @param executor looks several up side by side
 * @param warnings told of what is on record and can't be deleted here
 */
public record DeletionCandidates(
        Resources resources, Time time, boolean force, Executor executor, Consumer<String> warnings) {
    /**
     * Selects what a ledger has, as yet unseen.
     *
     * @param here where one is logged in; what is elsewhere stays in the ledger
     * @param wanted which entries are meant
     */
    public List<Candidate> of(Ledger ledger, LedgerEntry.Place here, Predicate<LedgerEntry> wanted) {
        List<LedgerEntry> entries = ledger.entries().stream().filter(wanted).toList();
        entries.stream()
                .filter(entry -> !entry.isAt(here))
                .forEach(entry -> warnings.accept(entry + elsewhere(entry.place(), here)));
        return entries.stream()
                .filter(entry -> entry.isAt(here))
                .map(entry -> Candidate.onRecord(entry, force))
                .toList();
    }

    private static String elsewhere(LedgerEntry.Place place, LedgerEntry.Place here) {
        return place.isProjectOf(here)
                ? " is another user's (" + place.user() + "): log in as that one to delete it"
                : " is elsewhere (" + place.cloud() + ", region " + place.region() + ", project " + place.project()
                        + "): log in there to delete it";
    }

    /** Selects what the cloud has of a folder whose ledger is lost: by its marks, and for lack of room in them by its builds. */
    public List<Resource> marked(String ledger) {
        List<Resource> marked = allMarked(EnumSet.allOf(ResourceType.class));
        Set<String> builds = marked.stream()
                .filter(one -> ledger.equals(markOf(one).ledger()))
                .map(one -> markOf(one).build())
                .collect(Collectors.toSet());
        return marked.stream()
                .filter(one -> {
                    String folder = markOf(one).ledger();
                    return folder.isEmpty() ? builds.contains(markOf(one).build()) : folder.equals(ledger);
                })
                .toList();
    }

    /**
     * Selects what the cloud has with such a mark, of some types.
     *
     * @throws OpenStackException when one of them can't be listed
     */
    public List<Resource> marked(Set<ResourceType> kinds, Predicate<Mark> wanted) {
        return marked(kinds, resources::all, wanted);
    }

    /**
     * Selects what the cloud has with such a mark, of some types, of servers those that have one of these names.
     *
     * @throws OpenStackException when one of them can't be listed
     */
    public List<Resource> marked(Set<ResourceType> kinds, Set<String> servers, Predicate<Mark> wanted) {
        return marked(
                kinds,
                kind -> kind == ResourceType.SERVER ? resources.serversNamed(servers) : resources.all(kind),
                wanted);
    }

    private List<Resource> marked(
            Set<ResourceType> kinds, Function<ResourceType, List<Resource>> listed, Predicate<Mark> wanted) {
        return new Concurrent(executor)
                .all(List.copyOf(kinds), listed).stream()
                        .flatMap(List::stream)
                        .filter(one -> one.mark().filter(wanted).isPresent())
                        .toList();
    }

    /**
     * Selects the server of that id, or those of these names, each also what a build has made of a {@code <count>} of that
     * name, with what the same build has plugged into them; with all of the build when they are the build's last.
     *
     * @throws OpenStackException when there is none, or one of several, or one without marks
     */
    public List<Resource> named(List<String> names, Optional<String> id) {
        return withTheirs(id.map(one -> List.of(byId(one)))
                .orElseGet(() -> names.stream()
                        .flatMap(name -> called(name).stream())
                        .distinct()
                        .toList()));
    }

    /**
     * Selects the servers of those ids, which go together, each with what goes with it.
     *
     * @throws OpenStackException when one is not there, or is without marks
     */
    public List<Resource> servers(List<String> ids) {
        return withTheirs(ids.stream().map(this::byId).toList());
    }

    private List<Resource> withTheirs(List<Resource> servers) {
        if (servers.stream().allMatch(server -> server.mark().isEmpty())) return servers;
        List<Resource> marked = ofTheirBuilds(servers);
        Function<Resource, List<Resource>> users = resources.users();
        return servers.stream()
                .flatMap(server -> withIts(server, servers, marked, users))
                .distinct()
                .toList();
    }

    // Where a build has nothing but servers, no matter how many: a project's list of them may be long.
    private List<Resource> ofTheirBuilds(List<Resource> servers) {
        Set<String> builds = servers.stream()
                .flatMap(server -> server.mark().stream())
                .map(Mark::build)
                .collect(Collectors.toSet());
        List<Resource> things = allMarked(EnumSet.complementOf(EnumSet.of(ResourceType.SERVER))).stream()
                .filter(one -> builds.contains(markOf(one).build()))
                .toList();
        if (things.isEmpty()) return servers;
        return Stream.concat(things.stream(), allMarked(EnumSet.of(ResourceType.SERVER)).stream())
                .toList();
    }

    private Stream<Resource> withIts(
            Resource server, List<Resource> going, List<Resource> marked, Function<Resource, List<Resource>> users) {
        if (server.mark().isEmpty()) return Stream.of(server);
        String build = markOf(server).build();
        List<Resource> ofBuild =
                marked.stream().filter(one -> markOf(one).build().equals(build)).toList();
        boolean last = ofBuild.stream()
                .filter(one -> one.kind() == ResourceType.SERVER)
                .allMatch(one -> going.stream().anyMatch(other -> other.id().equals(one.id())));
        Set<String> attached = last ? Set.of() : attached(server);
        return Stream.concat(
                Stream.of(server),
                ofBuild.stream()
                        .filter(one -> one.kind() != ResourceType.SERVER)
                        .filter(one -> last ? !isUsedBesides(one, going, users) : attached.contains(one.id())));
    }

    // The list of servers may leave out another of the build.
    private boolean isUsedBesides(Resource thing, List<Resource> going, Function<Resource, List<Resource>> users) {
        try {
            return users.apply(thing).stream()
                    .anyMatch(user -> going.stream().noneMatch(one -> one.id().equals(user.id())));
        } catch (RuntimeException e) {
            warnings.accept("What uses " + thing + " can't be told, and it stays: " + new Failure(e).words());
            return true;
        }
    }

    private Set<String> attached(Resource server) {
        try {
            return resources.attached(server).stream().map(Resource::id).collect(Collectors.toSet());
        } catch (RuntimeException e) {
            warnings.accept("What is on " + server + " can't be listed, and stays: " + new Failure(e).words());
            return Set.of();
        }
    }

    private Resource byId(String id) {
        Resource server = resources.find(ResourceType.SERVER, id).orElseThrow(() -> unknown(id));
        demandMayGo(server);
        return server;
    }

    private List<Resource> called(String name) {
        List<Resource> found = resources.serversMeant(name);
        if (found.stream().noneMatch(server -> server.name().equals(name))) return counted(name, found);
        found.forEach(this::demandMayGo);
        if (found.size() > 1) throw ambiguous(found.size() + " servers are called '" + name + "'", found);
        return found;
    }

    // Whose number comes from no <count> of this plugin's is not meant, with force neither.
    private static List<Resource> counted(String name, List<Resource> numbered) {
        List<Resource> marked =
                numbered.stream().filter(server -> server.mark().isPresent()).toList();
        if (marked.isEmpty()) throw unknown(name);
        if (marked.stream().map(server -> markOf(server).build()).distinct().count() > 1) {
            throw ambiguous("Several builds have made servers '" + name + "-…'", marked);
        }
        return marked;
    }

    private static OpenStackException ambiguous(String cause, List<Resource> servers) {
        return new OpenStackException(
                cause + ": "
                        + String.join(", ", servers.stream().map(Resource::id).toList()),
                "Say which with -Dopenstack.id.");
    }

    private static OpenStackException unknown(String wanted) {
        return new OpenStackException("No server '" + wanted + "' in this project", "Look at: openstack server list");
    }

    private void demandMayGo(Resource server) {
        if (force || server.mark().isPresent()) return;
        throw new OpenStackException(
                "Server '" + server.name() + "' (" + server.id() + ") was not made by this plugin: it has no marks",
                "Say -Dopenstack.force if it is to go all the same.");
    }

    private List<Resource> allMarked(Set<ResourceType> kinds) {
        MarkedResources all = MarkedResources.of(resources, kinds, time.now(), executor);
        all.unreadable().forEach(warnings);
        return all.marked();
    }

    private static Mark markOf(Resource marked) {
        return marked.mark().orElseThrow();
    }
}
