package io.github.openstackmaven.simulator.state;

import java.util.List;
import java.util.stream.Stream;

/** Servers to be kept together or apart. */
public record ServerGroup(String id, String name, String project, String user, String policy, List<String> members)
        implements Owned {

    boolean has(String server) {
        return members.contains(server);
    }

    ServerGroup without(String server) {
        return new ServerGroup(
                id,
                name,
                project,
                user,
                policy,
                members.stream().filter(member -> !member.equals(server)).toList());
    }

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
