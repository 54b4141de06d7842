package io.github.openstackmaven.compute;

import java.util.Optional;

/**
 * A server group to be made.
 *
 * @param maxServersPerHost how many servers may share a host with {@link ServerGroupPolicy#ANTI_AFFINITY}; needs Nova 2.64
 */
public record ServerGroupCreate(String name, ServerGroupPolicy policy, Optional<Integer> maxServersPerHost) {

    /** A group without further rules, as every Nova knows it. */
    public static ServerGroupCreate of(String name, ServerGroupPolicy policy) {
        return new ServerGroupCreate(name, policy, Optional.empty());
    }
}
