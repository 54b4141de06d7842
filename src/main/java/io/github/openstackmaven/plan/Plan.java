package io.github.openstackmaven.plan;

import java.util.List;

/**
 * The servers of a launch with every name resolved.
 *
 * @param recipe all that is made: nothing for a server that is there already and reused
 * @param quota the project's, which the recipe fits
 */
public record Plan(List<PlannedServer> servers, Recipe recipe, Quota quota) {
    public Plan {
        servers = List.copyOf(servers);
    }

    /** What is to be prepared before servers of it can be made, each once. */
    public List<PlannedPreparation> preparations() {
        return PlannedPreparation.distinct(recipe.servers().stream()
                .flatMap(server -> server.plan().preparation().stream())
                .filter(planned -> planned.image().isEmpty()));
    }

    /** The servers, each after those that it waits for. */
    public List<PlannedServer> inOrder() {
        return new DependencyOrder<>(servers, PlannedServer::spec).sorted();
    }
}
