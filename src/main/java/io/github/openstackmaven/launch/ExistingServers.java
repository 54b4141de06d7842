package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.plan.PlannedServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to do about servers that are there already.
 *
 * @param project whose servers may be taken or deleted: groupId:artifactId
 * @param servers all of the cloud's project
 */
record ExistingServers(IfExists policy, String project, List<Server> servers) {
    private static final Set<String> GONE = Set.of("DELETED", "SOFT_DELETED");

    /** What to do about one. */
    sealed interface Decision {}

    /** None is in the way. */
    record Create() implements Decision {}

    /** This one is taken. */
    record Reuse(Server server) implements Decision {}

    /** These go first. */
    record Replace(List<Server> servers) implements Decision {}

    /**
     * What to do about the servers of a planned one's name.
     *
     * @throws OpenStackException when there may be none, or none that can be taken
     */
    Decision decide(PlannedServer plan) {
        List<Server> namesakes = servers.stream()
                .filter(server -> server.name().equals(plan.name()) && !isGoing(server))
                .toList();
        List<Server> ours = namesakes.stream().filter(this::isOurs).toList();
        return switch (policy) {
            case CREATE -> new Create();
            case FAIL -> {
                if (namesakes.isEmpty()) yield new Create();
                throw new OpenStackException(
                        "There is a server '" + plan.name() + "' already: " + ids(namesakes),
                        "Delete it, give this one another <name>, or say reuse or replace in <ifExists>.");
            }
            case REUSE -> ours.isEmpty() ? new Create() : new Reuse(reusable(plan, ours));
            case REPLACE -> ours.isEmpty() ? new Create() : new Replace(ours);
        };
    }

    private static Server reusable(PlannedServer plan, List<Server> ours) {
        String wanted = Specification.of(plan).digest();
        List<Server> alike = ours.stream()
                .filter(server -> wanted.equals(server.metadata().get(Specification.MARK)))
                .toList();
        if (alike.isEmpty()) {
            throw unusable(plan, ours, "was made from another description");
        }
        return alike.stream()
                .filter(server -> server.status().equals(plan.spec().waitFor().status()))
                .findFirst()
                .orElseThrow(() -> unusable(plan, alike, "is " + alike.get(0).status()));
    }

    private static OpenStackException unusable(PlannedServer plan, List<Server> servers, String why) {
        return new OpenStackException(
                "Server '" + plan.name() + "' (" + ids(servers) + ") can't be reused: it " + why,
                "Say -Dopenstack.ifExists=replace once: it is deleted then, and made again.");
    }

    private boolean isOurs(Server server) {
        return Mark.inMetadata(server.metadata())
                .filter(mark -> mark.isOf(project))
                .isPresent();
    }

    private static boolean isGoing(Server server) {
        return GONE.contains(server.status())
                || server.taskState().filter("deleting"::equals).isPresent();
    }

    private static String ids(List<Server> servers) {
        return servers.stream().map(Server::id).collect(Collectors.joining(", "));
    }
}
