package io.github.openstackmaven.simulator.state;

import java.util.List;
import java.util.stream.Stream;

/** Servers to be kept together or apart. */
public record ServerGroup(String id, String name, String project, String user, String policy, List<String> members)
        implements Owned {

    public ServerGroup with(List<String> servers) {
        return new ServerGroup(
                id,
                name,
                project,
                user,
                policy,
                Stream.concat(members.stream(), servers.stream()).toList());
    }
}
