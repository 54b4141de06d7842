package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Server;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Servers of earlier launches that have names which are asked for again: nothing they hold is in the way.
 *
 * @param reused those of which one of each name is taken; none of that name is made
 * @param replaced those that are deleted before anything is made
 * @param freed what goes with the replaced ones, without themselves
 */
public record EarlierServers(List<Server> reused, List<Server> replaced, Costs freed) {
    public EarlierServers {
        reused = List.copyOf(reused);
        replaced = List.copyOf(replaced);
    }

    /** None is there, or none is asked about. */
    public static EarlierServers none() {
        return new EarlierServers(List.of(), List.of(), Costs.none());
    }

    /** Whether a server of that name is taken. */
    boolean reuse(String name) {
        return reused.stream().anyMatch(server -> server.name().equals(name));
    }

    /**
     * Whether what is on these servers is left to one of that name: it has it already, or all of them go.
     *
     * @param servers ids
     */
    boolean leave(List<String> servers, String name) {
        boolean has = reused.stream().anyMatch(server -> server.name().equals(name) && servers.contains(server.id()));
        return has
                || (!servers.isEmpty()
                        && replaced.stream().map(Server::id).toList().containsAll(servers));
    }

    /**
     * What the replaced ones give back to the project's quotas.
     *
     * @param flavors by id; a server's that is no longer there counts for nothing
     */
    Costs freed(Function<String, Optional<Flavor>> flavors) {
        return freed.and(QuotaResource.INSTANCES, replaced.size())
                .and(QuotaResource.CORES, sum(flavors, Server.FlavorOf::vcpus, Flavor::vcpus))
                .and(QuotaResource.RAM, sum(flavors, Server.FlavorOf::ram, Flavor::ram));
    }

    private int sum(
            Function<String, Optional<Flavor>> flavors,
            Function<Server.FlavorOf, Optional<Integer>> told,
            ToIntFunction<Flavor> known) {
        return replaced.stream()
                .map(Server::flavor)
                .flatMap(Optional::stream)
                .mapToInt(flavor -> told.apply(flavor)
                        .orElseGet(() -> flavor.id()
                                .flatMap(flavors)
                                .map(known::applyAsInt)
                                .orElse(0)))
                .sum();
    }
}
