package io.github.openstackmaven.plan;

import java.util.List;

/** The servers of a launch with every name resolved, and the project's quota, which those that are to be made fit. */
public record Plan(List<PlannedServer> servers, Quota quota) {
    public Plan {
        servers = List.copyOf(servers);
    }
}
