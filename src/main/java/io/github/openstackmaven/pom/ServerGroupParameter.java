package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.plan.ServerGroupSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code <serverGroup>}: a name or id, or a block. Where there is none of that name, one is made.
 *
 * <p>Example: {@code <serverGroup><name>cluster</name><policy>affinity</policy></serverGroup>}.
 *
 * @since 1.0.0
 */
public final class ServerGroupParameter implements ShortForm {
    static final Elements ELEMENTS = new Elements();

    /**
     * Its name or id, which may stand instead of the block.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <serverGroup>cluster</serverGroup>}.
     *
     * @since 1.0.0
     */
    private @Nullable String name;

    /**
     * Where its servers run, for a group that is made: the soft ones are wishes. One of {@code affinity},
     * {@code anti-affinity}, {@code soft-affinity}, {@code soft-anti-affinity}.
     *
     * <p>Default: {@code soft-anti-affinity}.
     *
     * @since 1.0.0
     */
    private @Nullable String policy;

    @Override
    public void set(String text) {
        this.name = text;
    }

    static ServerGroupSpec spec(ElementPrecedence<ServerGroupParameter> group) {
        return new ServerGroupSpec(
                group.value(ELEMENTS.name)
                        .orElseThrow(() -> new OpenStackException(
                                "A <serverGroup> without <name>",
                                "Set its <name>: a group of that name is used, or made for this launch.")),
                group.written(ELEMENTS.policy)
                        .map(ServerGroupParameter::policy)
                        .orElse(ServerGroupPolicy.SOFT_ANTI_AFFINITY));
    }

    private static ServerGroupPolicy policy(ElementText written) {
        return ServerGroupPolicy.of(written.text())
                .orElseThrow(() -> written.is("It is one of "
                        + Arrays.stream(ServerGroupPolicy.values())
                                .map(ServerGroupPolicy::word)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** The elements of a {@code <serverGroup>}. */
    static final class Elements extends Register<ServerGroupParameter> {
        final Value<ServerGroupParameter, String> name = meant("name", group -> group.name);
        final Value<ServerGroupParameter, String> policy = text("policy", group -> group.policy);
    }
}
