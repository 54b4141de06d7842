package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code <network>}: a name or id, or a block. */
public final class NetworkParameter implements ShortForm {
    static final Elements ELEMENTS = new Elements();

    private @Nullable String name;
    private @Nullable String port;
    private @Nullable String fixedIp;
    private @Nullable String tag;

    @Override
    public void set(String text) {
        this.name = text;
    }

    static List<NetworksSpec.Nic> specs(List<NetworkParameter> bound) {
        return bound.stream()
                .filter(Objects::nonNull)
                .map(network -> spec(ElementPrecedence.alone("a <network>", ELEMENTS, network)))
                .toList();
    }

    private static NetworksSpec.Nic spec(ElementPrecedence<NetworkParameter> network) {
        return new NetworksSpec.Nic(
                network.value(ELEMENTS.name),
                network.value(ELEMENTS.port),
                network.written(ELEMENTS.fixedIp).map(ElementText::address),
                network.value(ELEMENTS.tag));
    }

    /** The elements of a {@code <network>}. */
    static final class Elements extends Register<NetworkParameter> {
        final Value<NetworkParameter, String> name = meant("name", network -> network.name);
        final Value<NetworkParameter, String> port = text("port", network -> network.port);
        final Value<NetworkParameter, String> fixedIp = text("fixedIp", network -> network.fixedIp);
        final Value<NetworkParameter, String> tag = text("tag", network -> network.tag);
    }
}
