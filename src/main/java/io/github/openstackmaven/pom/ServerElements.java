package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.plan.LocalDisks;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.Relations;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.UserData;
import io.github.openstackmaven.plan.WaitFor;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the elements of a server mean. */
public final class ServerElements {
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 255;
    // Of all servers speaks the command line, and the top level.
    private static final int OWN = 1;
    private static final ServerRegister SERVER = new ServerRegister();

    private final ElementPrecedence<ServerBlock> precedence;
    private final ProjectFiles files;
    private final Function<String, Optional<String>> properties;

    /**
     * A server's elements.
     *
     * @param line wins over the blocks
     * @param blocks of which a former one wins over a later one
     * @param files where those are that it names
     * @param properties what <code>${name}</code> in user data means; {@code openstack.NAME} counts where no block says
     *     otherwise
     */
    public ServerElements(
            CommandLine line,
            List<ServerBlock> blocks,
            ProjectFiles files,
            Function<String, Optional<String>> properties) {
        this.precedence = ElementPrecedence.of(
                line,
                SERVER,
                Stream.concat(blocks.stream(), Stream.of(SERVER.of(given(properties))))
                        .toList());
        this.files = files;
        this.properties = properties;
    }

    private static CommandLine given(Function<String, Optional<String>> properties) {
        Properties given = new Properties();
        SERVER.elements().stream()
                .map(element -> "openstack." + element.name())
                .forEach(name -> properties.apply(name).ifPresent(text -> given.setProperty(name, text)));
        return new CommandLine(given);
    }

    /**
     * The servers they describe: one, or as many as {@code count} says, named NAME-1 and so on.
     *
     * @param otherwise the name where they say none
     * @throws OpenStackException when something is missing, of the wrong kind or out of range
     */
    public Stream<ServerSpec> specs(Optional<String> otherwise) {
        int count = precedence
                .written(SERVER.count)
                .map(written -> written.number(1, MOST))
                .orElse(1);
        ServerSpec spec =
                spec(precedence.value(SERVER.name).or(() -> otherwise).orElseThrow(() -> ServerSpec.missing("name")));
        Stream<ServerSpec> all = count == 1
                ? Stream.of(spec)
                : IntStream.rangeClosed(1, count)
                        .mapToObj(number -> spec.toBuilder()
                                .name(spec.name() + "-" + number)
                                .build());
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
        NetworksSpec networks = NetworksSpec.of(
                precedence.value(SERVER.networks).map(NetworkParameter::specs).orElse(List.of()));
        return ServerSpec.builder(
                        name,
                        new BootElements(SERVER, precedence).spec(),
                        precedence
                                .block(SERVER.flavor)
                                .map(FlavorParameter::spec)
                                .orElseThrow(() -> ServerSpec.missing("flavor")))
                .networks(networks)
                .access(new AccessElements(SERVER, precedence, files).spec(networks))
                .serverGroup(precedence.block(SERVER.serverGroup).map(ServerGroupParameter::spec))
                .volumes(precedence
                        .value(SERVER.volumes)
                        .map(VolumeParameter::specs)
                        .orElse(List.of()))
                .metadata(precedence.map(SERVER.metadata))
                .options(options())
                .prepare(precedence
                        .block(SERVER.prepare)
                        .map(prepare -> PrepareParameter.spec(prepare, files, reader())))
                .logs(precedence.list(SERVER.logs))
                .waitFor(precedence
                        .block(SERVER.waitFor)
                        .map(WaitForParameter::spec)
                        .orElseGet(WaitFor::none))
                .relations(new Relations(
                        precedence.list(SERVER.group),
                        precedence.list(SERVER.dependsOn),
                        isSaidOfAll(SERVER.dependsOn)))
                .build();
    }

    private boolean isSaidOfAll(BlockElement<ServerBlock> element) {
        return precedence.depth(element) != OWN;
    }

    private ServerOptions options() {
        return ServerOptions.builder()
                .description(precedence.value(SERVER.description))
                .tags(precedence.list(SERVER.tags))
                .hostname(precedence.value(SERVER.hostname))
                .userData(userData())
                .configDrive(precedence.flag(SERVER.configDrive))
                .availabilityZones(precedence.list(SERVER.availabilityZones))
                .schedulerHints(precedence.map(SERVER.schedulerHints))
                .adminPassword(precedence.value(SERVER.adminPassword).map(Secret::of))
                .localDisks(new LocalDisks(
                        precedence.written(SERVER.swap).map(written -> written.amount(1, "MiB")),
                        precedence.written(SERVER.ephemeral).map(written -> written.amount(1, "GiB"))))
                .build();
    }

    // A text and files that are written in one place belong together.
    private Optional<UserData> userData() {
        return files.userData(
                        precedence.unless(SERVER.userDataFile, SERVER.userData),
                        precedence.unless(SERVER.userData, SERVER.userDataFile).orElse(List.of()))
                .map(reader());
    }

    private UnaryOperator<UserData> reader() {
        return precedence.flag(SERVER.filterUserData) ? data -> data.filtered(properties) : UnaryOperator.identity();
    }
}
