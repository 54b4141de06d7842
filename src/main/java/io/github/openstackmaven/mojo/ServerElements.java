package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.UserData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The elements that describe a server, each there or left out. */
record ServerElements(
        Optional<String> name,
        Optional<Integer> count,
        Optional<ImageSpec> image,
        Optional<FlavorSpec> flavor,
        Optional<List<NetworksSpec.Nic>> networks,
        Optional<List<String>> securityGroups,
        Optional<String> keyPair,
        Optional<Map<String, String>> metadata,
        Optional<String> description,
        Optional<List<String>> tags,
        Optional<String> hostname,
        Optional<UserData> userData,
        Optional<Boolean> configDrive,
        Optional<List<String>> availabilityZones,
        Optional<Map<String, String>> schedulerHints) {
    private static final int MOST = 1000;

    /** These, and what is left out taken from others. */
    ServerElements over(ServerElements others) {
        return new ServerElements(
                name.or(others::name),
                count.or(others::count),
                image.or(others::image),
                flavor.or(others::flavor),
                networks.or(others::networks),
                securityGroups.or(others::securityGroups),
                keyPair.or(others::keyPair),
                metadata.or(others::metadata),
                description.or(others::description),
                tags.or(others::tags),
                hostname.or(others::hostname),
                userData.or(others::userData),
                configDrive.or(others::configDrive),
                availabilityZones.or(others::availabilityZones),
                schedulerHints.or(others::schedulerHints));
    }

    /**
     * The servers they describe: one, or as many as {@code count} says, named NAME-1 and so on.
     *
     * @throws OpenStackException when something is missing or out of range
     */
    Stream<ServerSpec> specs() {
        String base = name.orElseThrow(() -> ServerSpec.missing("name"));
        int servers = count.orElse(1);
        if (servers < 1 || servers > MOST) {
            throw new OpenStackException("<count> is " + servers, "It is a number from 1 to " + MOST + ".");
        }
        return count.isEmpty() || servers == 1
                ? Stream.of(spec(base))
                : IntStream.rangeClosed(1, servers).mapToObj(number -> spec(base + "-" + number));
    }

    private ServerSpec spec(String serverName) {
        return new ServerSpec(
                serverName,
                image.orElseThrow(() -> ServerSpec.missing("image")),
                flavor.orElseThrow(() -> ServerSpec.missing("flavor")),
                NetworksSpec.of(networks.orElse(List.of())),
                securityGroups.orElse(List.of()),
                keyPair,
                metadata.orElse(Map.of()),
                new ServerOptions(
                        description,
                        tags.orElse(List.of()),
                        hostname,
                        userData,
                        configDrive.orElse(false),
                        availabilityZones.orElse(List.of()),
                        schedulerHints.orElse(Map.of())));
    }
}
