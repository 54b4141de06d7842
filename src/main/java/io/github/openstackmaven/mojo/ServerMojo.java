package io.github.openstackmaven.mojo;

import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.launch.IfExists;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.plan.DescribedServers;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.pom.ElementText;
import io.github.openstackmaven.pom.ProjectFiles;
import io.github.openstackmaven.pom.ServerBlock;
import io.github.openstackmaven.pom.ServerElements;
import io.github.openstackmaven.pom.UserDataProperties;
import io.github.openstackmaven.session.SessionTerminal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** What the goals that describe a server have in common. */
abstract class ServerMojo extends ServerParameters {
    private static final String TIMEOUT = "10m";
    private static final String LEASE = "30m";
    private static final String ATTEMPTS = "1";

    /**
     * Several servers that differ, each a <a href="server.html">block</a> of all the elements that describe a server.
     * What it leaves out it takes from the top level. {@code -Dopenstack.servers=db,web} takes those of these names,
     * groups or {@code <count>}s alone.
     *
     * <p>Default: none, the top level is the only one.
     *
     * <p>Example: {@code <servers><server><name>db</name></server></servers>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private List<ServerBlock> servers = List.of();

    /**
     * How long all may take until they are ready. A time: {@code 90} or {@code 90s}, {@code 10m}, {@code 2h}, or
     * ISO-8601.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.timeout", defaultValue = TIMEOUT)
    private String timeout;

    /**
     * Whether what was made outlives the build; {@code onFailure} when the build failed. One of {@code never},
     * {@code onFailure}, {@code always}.
     *
     * <p>Default: {@code never} in a lifecycle phase and on the simulator inside the build, else {@code always}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.keep")
    private @Nullable String keep;

    /**
     * What a build made expires that long after the build stopped renewing it. A time: {@code 90} or {@code 90s},
     * {@code 10m}, {@code 2h}, or ISO-8601.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.lease", defaultValue = LEASE)
    private String lease;

    /**
     * Kept servers expire after it. A time: {@code 90} or {@code 90s}, {@code 10m}, {@code 2h}, or ISO-8601.
     *
     * <p>Default: none, they don't.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.ttl")
    private @Nullable String ttl;

    /**
     * What is done about a server of the same name that an earlier launch of this project made. One of {@code create},
     * {@code fail}, {@code reuse}, {@code replace}: another is made, the launch fails, it is taken when it was made
     * from the same description and is ready, or it is deleted first.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.ifExists", defaultValue = "create")
    private String ifExists;

    /**
     * How often a server is tried that goes to ERROR.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.createAttempts", defaultValue = ATTEMPTS)
    private String createAttempts;

    /** The servers, as the command line, their own blocks and the top level describe them; those of {@code -Dopenstack.servers}. */
    final List<ServerSpec> specs() {
        commandLine().demandNotBlank("servers");
        ProjectFiles files = new ProjectFiles(folder());
        UserDataProperties properties = new UserDataProperties(properties(), this::evaluated);
        return new DescribedServers(blocks().map(
                                block -> new ServerElements(commandLine(), List.of(block, topLevel), files, properties))
                        .flatMap(server -> server.specs(artifactId()))
                        .toList())
                .resolved()
                .chosen(commandLine().list("servers", null));
    }

    // An empty <server/> is bound as null.
    private Stream<ServerBlock> blocks() {
        return servers.isEmpty()
                ? Stream.of(new ServerBlock())
                : servers.stream().map(block -> Objects.requireNonNullElseGet(block, ServerBlock::new));
    }

    /** What becomes of servers that are there already. */
    final IfExists policy() {
        return commandLine()
                .text("ifExists", ifExists)
                .map(ServerMojo::ifExists)
                .orElse(IfExists.CREATE);
    }

    private static IfExists ifExists(String word) {
        return IfExists.of(word)
                .orElseThrow(() -> new ElementText("<ifExists>", word).is("It is create, fail, reuse or replace."));
    }

    /** How they are launched. */
    final LaunchOptions options() {
        return new LaunchOptions(
                commandLine().time("timeout", timeout, TIMEOUT),
                commandLine().text("keep", keep).map(ServerMojo::keep).orElseGet(this::keepByDefault),
                commandLine().time("lease", lease, LEASE),
                commandLine().text("ttl", ttl).map(text -> DurationText.parse("ttl", text)),
                new ElementText(
                                "<createAttempts>",
                                commandLine()
                                        .text("createAttempts", createAttempts)
                                        .orElse(ATTEMPTS))
                        .number(1, 99));
    }

    /** What a launch is composed of. */
    final LaunchParts parts() {
        return new LaunchParts(workspace(), login(), options(), SessionTerminal.of(session(), getLog(), traced()));
    }

    private Keep keepByDefault() {
        return isDirect() && !workspace().simulated() ? Keep.ALWAYS : Keep.NEVER;
    }

    private static Keep keep(String word) {
        return Keep.of(word).orElseThrow(() -> new ElementText("<keep>", word).is("It is never, onFailure or always."));
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        Stream.of(
                        project().getProperties(),
                        session().getSystemProperties(),
                        session().getUserProperties())
                .forEach(some -> some.stringPropertyNames()
                        .forEach(property -> properties.put(property, some.getProperty(property))));
        return properties;
    }

    private Optional<String> evaluated(String expression) {
        try {
            return Optional.ofNullable(
                            new PluginParameterExpressionEvaluator(session(), execution()).evaluate(expression))
                    .map(String::valueOf);
        } catch (ExpressionEvaluationException e) {
            return Optional.empty();
        }
    }

    private Optional<String> artifactId() {
        return hasPom() ? Optional.of(project().getArtifactId()) : Optional.empty();
    }
}
