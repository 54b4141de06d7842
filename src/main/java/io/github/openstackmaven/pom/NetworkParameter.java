package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code <network>} in {@code <networks>}: a name or id, or a block.
 *
 * <p>Example: {@code <network><name>lan</name><fixedIp>10.0.0.5</fixedIp></network>}.
 *
 * @since 1.0.0
 */
public final class NetworkParameter implements ShortForm {
    static final Elements ELEMENTS = new Elements();

    /**
     * Its name or id, which may stand instead of the block.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <network>lan</network>}.
     *
     * @since 1.0.0
     */
    private @Nullable String name;

    /**
     * Name or id of a port there is, instead of a network; it stays when the server is deleted.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    private @Nullable String port;

    /**
     * The address on the network, of IPv4 or IPv6.
     *
     * <p>Default: any free one.
     *
     * <p>Example: {@code <fixedIp>10.0.0.5</fixedIp>}.
     *
     * @since 1.0.0
     */
    private @Nullable String fixedIp;

    /**
     * What the server finds in its metadata at this device.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
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
