package io.github.openstackmaven.simulator;

import java.util.List;
import java.util.stream.Stream;

/** Servers to be kept together or apart. */
record ServerGroup(String id, String name, String project, String user, String policy, List<String> members)
        implements Owned {

    ServerGroup with(List<String> servers) {
        return new ServerGroup(
                id,
                name,
                project,
                user,
                policy,
                Stream.concat(members.stream(), servers.stream()).toList());
    }
}
