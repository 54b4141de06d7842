package io.github.openstackmaven.mojo;

import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.plan.DescribedServers;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.pom.ElementText;
import io.github.openstackmaven.pom.ProjectFiles;
import io.github.openstackmaven.pom.ServerBlock;
import io.github.openstackmaven.pom.ServerElements;
import io.github.openstackmaven.pom.UserDataProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** What the goals that describe a server have in common. */
abstract class ServerMojo extends ServerParameters {

    /**
     * Several servers that differ: a list of {@code <server>} blocks of all the elements that describe a server. What a
     * block leaves out it takes from the top level. {@code -Dopenstack.servers=db,web} takes those of these names, groups or
     * {@code <count>}s alone.
     */
    @Parameter
    private List<ServerBlock> servers = List.of();

    /** How long all may take until they are ready: {@code 90}, {@code 90s}, {@code 10m}, {@code 2h} or ISO-8601. */
    @Parameter(property = "openstack.timeout", defaultValue = "10m")
    private String timeout;

    /**
     * Whether what was made outlives the build: {@code never}, {@code onFailure} when the build failed, or {@code always}.
     * By default {@code never} in a lifecycle phase, and {@code always} when the goal is called directly.
     */
    @Parameter(property = "openstack.keep")
    private @Nullable String keep;

    /** What a build made expires that long after the build stopped renewing it. */
    @Parameter(property = "openstack.lease", defaultValue = "30m")
    private String lease;

    /** Kept servers expire after it; by default they don't. */
    @Parameter(property = "openstack.ttl")
    private @Nullable String ttl;

    /** How often a server is tried that goes to ERROR. */
    @Parameter(property = "openstack.createAttempts", defaultValue = "1")
    private String createAttempts;

    /** The servers, as the command line, their own blocks and the top level describe them; those of {@code -Dopenstack.servers}. */
    final List<ServerSpec> specs() {
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

    /** How they are launched. */
    final LaunchOptions options() {
        return new LaunchOptions(
                duration("timeout", timeout).orElseThrow(),
                commandLine().text("keep", keep).map(ServerMojo::keep).orElseGet(this::keepByDefault),
                duration("lease", lease).orElseThrow(),
                duration("ttl", ttl),
                commandLine()
                        .text("createAttempts", createAttempts)
                        .map(text -> new ElementText("<createAttempts>", text).number(1, 99))
                        .orElse(1));
    }

    private Optional<Duration> duration(String element, @Nullable String bound) {
        return commandLine().text(element, bound).map(text -> DurationText.parse(element, text));
    }

    private Keep keepByDefault() {
        return execution().getSource() == MojoExecution.Source.CLI ? Keep.ALWAYS : Keep.NEVER;
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
