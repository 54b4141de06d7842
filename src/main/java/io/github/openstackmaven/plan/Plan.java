package io.github.openstackmaven.plan;

import java.util.List;

/** The servers of a launch with every name resolved, and the project's quota, which they fit. */
public record Plan(List<PlannedServer> servers, Quota quota) {
    public Plan {
        servers = List.copyOf(servers);
    }
}
