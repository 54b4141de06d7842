package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.UserData;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.plan.WaitFor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the elements of a server mean.
 *
 * @param files where those are that it names
 * @param properties what <code>${name}</code> in user data means
 */
public record ServerElements(Layers layers, ProjectFiles files, Function<String, Optional<String>> properties) {
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 255;

    /**
     * The servers they describe: one, or as many as {@code count} says, named NAME-1 and so on.
     *
     * @param otherwise the name where they say none
     * @throws OpenStackException when something is missing, of the wrong kind or out of range
     */
    public Stream<ServerSpec> specs(Optional<String> otherwise) {
        int count = layers.written("count", layer -> layer.count)
                .map(written -> written.number(1, MOST))
                .orElse(1);
        ServerSpec spec = spec(
                layers.text(layer -> layer.name).or(() -> otherwise).orElseThrow(() -> ServerSpec.missing("name")));
        Stream<ServerSpec> all = count == 1
                ? Stream.of(spec)
                : IntStream.rangeClosed(1, count).mapToObj(number -> spec.withName(spec.name() + "-" + number));
        return all.map(ServerElements::named);
    }

    private static ServerSpec named(ServerSpec spec) {
        int length = spec.name().codePointCount(0, spec.name().length());
        if (length <= LONGEST_NAME) return spec;
        throw new OpenStackException(
                "A server's name of " + length + " characters: '" + spec.name().substring(0, 40) + "…'",
                "Nova takes " + LONGEST_NAME + " at the most.");
    }

    private ServerSpec spec(String name) {
        NetworksSpec networks = NetworksSpec.of(layers.first(layer -> layer.networks)
                .map(NetworkParameter::specs)
                .orElse(List.of()));
        return new ServerSpec(
                name,
                new BootElements(layers).spec(),
                layers.block(layer -> layer.flavor)
                        .map(FlavorParameter::spec)
                        .orElseThrow(() -> ServerSpec.missing("flavor")),
                networks,
                new AccessElements(layers, files).spec(networks),
                layers.block(layer -> layer.serverGroup).map(ServerGroupParameter::spec),
                volumes(),
                layers.map(layer -> layer.metadata),
                options(),
                layers.block(layer -> layer.waitFor).map(WaitForParameter::spec).orElseGet(WaitFor::none));
    }

    private List<VolumeSpec> volumes() {
        return layers.first(layer -> layer.volumes).stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .filter(VolumeParameter::given)
                .map(volume -> volume.spec("a <volume>", new VolumeSpec.Blank()))
                .toList();
    }

    private ServerOptions options() {
        return new ServerOptions(
                layers.text(layer -> layer.description),
                layers.list(layer -> layer.tags),
                layers.text(layer -> layer.hostname),
                userData(),
                layers.flag("configDrive", layer -> layer.configDrive),
                layers.list(layer -> layer.availabilityZones),
                layers.map(layer -> layer.schedulerHints),
                layers.text(layer -> layer.adminPassword).map(Secret::of));
    }

    private Optional<UserData> userData() {
        Optional<UserData> data = layers.first(
                layer -> files.userData(layer.userData, layer.userDataFile).orElse(null));
        return layers.flag("filterUserData", layer -> layer.filterUserData)
                ? data.map(text -> text.filtered(properties))
                : data;
    }
}
