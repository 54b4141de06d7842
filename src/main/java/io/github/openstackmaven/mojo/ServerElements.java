package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.UserData;
import java.util.HashMap;
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
        Optional<Boolean> filterUserData,
        Optional<Boolean> configDrive,
        Optional<List<String>> availabilityZones,
        Optional<Map<String, String>> schedulerHints) {
    private static final int MOST = 1000;

    /** As Maven binds them: what was left out is null, and so is an empty item of a list. */
    static ServerElements bound(
            Optional<String> name,
            Integer count,
            ImageParameter image,
            FlavorParameter flavor,
            List<NetworkParameter> networks,
            List<String> securityGroups,
            String keyPair,
            Map<String, String> metadata,
            String description,
            List<String> tags,
            String hostname,
            Optional<UserData> userData,
            Boolean filterUserData,
            Boolean configDrive,
            List<String> availabilityZones,
            Map<String, String> schedulerHints) {
        return new ServerElements(
                name,
                Optional.ofNullable(count),
                Optional.ofNullable(image).filter(ImageParameter::given).map(ImageParameter::spec),
                Optional.ofNullable(flavor).filter(FlavorParameter::given).map(FlavorParameter::spec),
                Optional.ofNullable(networks).map(NetworkParameter::specs),
                Optional.ofNullable(securityGroups).map(CommandLine::clean),
                Optional.ofNullable(keyPair),
                Optional.ofNullable(metadata).map(CommandLine::clean),
                Optional.ofNullable(description),
                Optional.ofNullable(tags).map(CommandLine::clean),
                Optional.ofNullable(hostname),
                userData,
                Optional.ofNullable(filterUserData),
                Optional.ofNullable(configDrive),
                Optional.ofNullable(availabilityZones).map(CommandLine::clean),
                Optional.ofNullable(schedulerHints).map(CommandLine::clean));
    }

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
                filterUserData.or(others::filterUserData),
                configDrive.or(others::configDrive),
                availabilityZones.or(others::availabilityZones),
                schedulerHints.or(others::schedulerHints));
    }

    /** These over others like {@link #over}, but maps entry by entry. */
    ServerElements patching(ServerElements others) {
        return over(others)
                .withMaps(merged(metadata, others.metadata()), merged(schedulerHints, others.schedulerHints()));
    }

    private ServerElements withMaps(Optional<Map<String, String>> data, Optional<Map<String, String>> hints) {
        return new ServerElements(
                name,
                count,
                image,
                flavor,
                networks,
                securityGroups,
                keyPair,
                data,
                description,
                tags,
                hostname,
                userData,
                filterUserData,
                configDrive,
                availabilityZones,
                hints);
    }

    private static Optional<Map<String, String>> merged(
            Optional<Map<String, String>> first, Optional<Map<String, String>> others) {
        if (first.isEmpty() || others.isEmpty()) return first.or(() -> others);
        Map<String, String> all = new HashMap<>(others.get());
        all.putAll(first.get());
        return Optional.of(Map.copyOf(all));
    }

    /**
     * The servers they describe: one, or as many as {@code count} says, named NAME-1 and so on.
     *
     * @param properties what <code>${name}</code> in user data may mean
     * @throws OpenStackException when something is missing or out of range
     */
    Stream<ServerSpec> specs(Map<String, String> properties) {
        String base = name.orElseThrow(() -> ServerSpec.missing("name"));
        int servers = count.orElse(1);
        if (servers < 1 || servers > MOST) {
            throw new OpenStackException("<count> is " + servers, "It is a number from 1 to " + MOST + ".");
        }
        return count.isEmpty() || servers == 1
                ? Stream.of(spec(base, properties))
                : IntStream.rangeClosed(1, servers).mapToObj(number -> spec(base + "-" + number, properties));
    }

    private ServerSpec spec(String serverName, Map<String, String> properties) {
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
                        filterUserData.orElse(false) ? userData.map(data -> data.filtered(properties)) : userData,
                        configDrive.orElse(false),
                        availabilityZones.orElse(List.of()),
                        schedulerHints.orElse(Map.of())));
    }
}
