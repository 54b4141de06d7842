package io.github.openstackmaven.mojo;

import io.github.openstackmaven.plan.NetworksSpec;
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

    NetworksSpec.Nic spec() {
        return new NetworksSpec.Nic(given(name), given(port), given(fixedIp), given(tag));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }
}
