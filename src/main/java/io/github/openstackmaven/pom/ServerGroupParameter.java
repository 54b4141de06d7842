package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.plan.ServerGroupSpec;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code <serverGroup>}: a name or id, or a block. */
public final class ServerGroupParameter implements Block, ShortForm {
    private String name;
    private String policy;

    @Override
    public void set(String text) {
        this.name = text;
    }

    @Override
    public boolean given() {
        return name != null || policy != null;
    }

    ServerGroupSpec spec() {
        return new ServerGroupSpec(
                Written.text(name)
                        .orElseThrow(() -> new OpenStackException(
                                "A <serverGroup> without <name>",
                                "Set its <name>: a group of that name is used, or made for this launch.")),
                Written.of("<policy> in <serverGroup>", policy)
                        .map(ServerGroupParameter::policy)
                        .orElse(ServerGroupPolicy.SOFT_ANTI_AFFINITY));
    }

    private static ServerGroupPolicy policy(Written written) {
        return ServerGroupPolicy.of(written.text())
                .orElseThrow(() -> written.is("It is one of "
                        + Arrays.stream(ServerGroupPolicy.values())
                                .map(ServerGroupPolicy::word)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
