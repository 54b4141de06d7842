package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.NetworksSpec;
import java.util.List;
import java.util.Objects;

/** {@code <network>}: a name or id, or a block. */
public final class NetworkParameter implements ShortForm {
    private String name;
    private String port;
    private String fixedIp;
    private String tag;

    @Override
    public void set(String text) {
        this.name = text;
    }

    static List<NetworksSpec.Nic> specs(List<NetworkParameter> bound) {
        return bound.stream()
                .filter(Objects::nonNull)
                .map(NetworkParameter::spec)
                .toList();
    }

    private NetworksSpec.Nic spec() {
        return new NetworksSpec.Nic(
                Written.text(name),
                Written.text(port),
                Written.of("<fixedIp> in a <network>", fixedIp).map(Written::address),
                Written.text(tag));
    }
}
