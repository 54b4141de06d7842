package io.github.openstackmaven.mojo;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.pom.CommandLineServer;
import io.github.openstackmaven.pom.Layers;
import io.github.openstackmaven.pom.ProjectFiles;
import io.github.openstackmaven.pom.ServerBlock;
import io.github.openstackmaven.pom.ServerElements;
import io.github.openstackmaven.pom.UserDataProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** What the goals that describe a server have in common. */
abstract class ServerMojo extends ServerParameters {

    /**
     * Several servers that differ: a list of {@code <server>} blocks of all the elements that describe a server. What a
     * block leaves out it takes from the top level.
     */
    @Parameter
    private List<ServerBlock> servers = List.of();

    /** The servers, as the command line, their own blocks and the top level describe them. */
    final List<ServerSpec> specs() {
        ServerBlock commandLine = new CommandLineServer(commandLine()).block();
        ProjectFiles files = new ProjectFiles(folder());
        UserDataProperties properties = new UserDataProperties(properties(), this::evaluated);
        return ServerSpec.differing(blocks().map(block -> new Layers(commandLine, block, topLevel))
                .flatMap(layers -> new ServerElements(layers, files, properties).specs(artifactId()))
                .toList());
    }

    // An empty <server/> is bound as null.
    private Stream<ServerBlock> blocks() {
        return servers.isEmpty()
                ? Stream.of(new ServerBlock())
                : servers.stream().map(block -> Objects.requireNonNullElseGet(block, ServerBlock::new));
    }

    final Planner planner(Cloud cloud) {
        return new Planner(cloud, build().executor());
    }

    final Marks marks() {
        return hasPom()
                ? Marks.of(build().id(), module(), outputDirectory(), System.getenv())
                : Marks.withoutProject(build().id(), outputDirectory(), System.getenv());
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
