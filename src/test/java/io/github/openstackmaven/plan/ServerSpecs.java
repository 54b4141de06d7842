package io.github.openstackmaven.plan;

import java.util.List;

/** Servers to ask for. */
public final class ServerSpecs {
    private ServerSpecs() {}

    /** A server with nothing but what it can't be without; the networks are names or ids. */
    public static ServerSpec of(String name, String image, String flavor, List<String> networks) {
        return ServerSpec.builder(
                        name, new BootSpec.LocalDisk(new ImageSpec.Named(image)), new FlavorSpec.Named(flavor))
                .networks(NetworksSpec.of(
                        networks.stream().map(NetworksSpec.Nic::on).toList()))
                .build();
    }

    /** User data of one text. */
    public static UserData userData(String text) {
        return new UserData(List.of(UserDataPart.ofPom(text)));
    }
}
