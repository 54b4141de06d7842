package io.github.openstackmaven.mojo;

import io.github.openstackmaven.plan.NetworksSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code <network>}: a name or id, or a block. */
public final class NetworkParameter {
    private String name;
    private String port;
    private String fixedIp;
    private String tag;

    /** The short form, as Maven sets it. */
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
        return new NetworksSpec.Nic(given(name), given(port), given(fixedIp), given(tag));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}
