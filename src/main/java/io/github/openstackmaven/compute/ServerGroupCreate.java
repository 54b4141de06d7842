package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Microversion;
import io.github.openstackmaven.http.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server group to be made.
 *
 * @param maxServersPerHost how many servers may share a host with {@link ServerGroupPolicy#ANTI_AFFINITY}; needs Nova 2.64
 */
public record ServerGroupCreate(String name, ServerGroupPolicy policy, Optional<Integer> maxServersPerHost) {
    private static final Microversion RULES = new Microversion(2, 64);

    /** A group without further rules, as every Nova knows it. */
    public static ServerGroupCreate of(String name, ServerGroupPolicy policy) {
        return new ServerGroupCreate(name, policy, Optional.empty());
    }

    /** As it is sent with {@link #since()}: the body changed with 2.64. */
    public Post post() {
        return new Post(
                "/os-server-groups",
                Map.of(
                        "server_group",
                        maxServersPerHost
                                .<Object>map(max -> new WithRules(name, policy.word(), new Rules(max)))
                                .orElseGet(() -> new WithPolicies(name, List.of(policy.word())))));
    }

    /** The least microversion that knows what is asked. */
    Microversion since() {
        return maxServersPerHost.isPresent() ? RULES : policy.since();
    }

    private record WithPolicies(String name, List<String> policies) {}

    private record WithRules(String name, String policy, Rules rules) {}

    private record Rules(
            @JsonProperty("max_server_per_host") int maxServersPerHost) {}
}
