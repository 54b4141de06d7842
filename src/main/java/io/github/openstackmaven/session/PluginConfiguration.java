package io.github.openstackmaven.session;

import io.github.openstackmaven.pom.KnownParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a goal may be told, and what the POM tells it. */
public record PluginConfiguration(MojoExecution execution, MavenProject project) {

    private static final Set<String> SWITCHES = Set.of("boolean", "java.lang.Boolean");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{openstack\\.(\\w+).*");

    /** The names of all goals' parameters. */
    public KnownParameters parameters() {
        return new KnownParameters(
                names(goal -> editable(goal).map(Parameter::getName)),
                names(PluginConfiguration::properties),
                names(goal -> editable(goal)
                        .filter(one -> SWITCHES.contains(one.getType()))
                        .map(Parameter::getName)));
    }

    private Set<String> names(Function<MojoDescriptor, Stream<String>> ofGoal) {
        return execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                .flatMap(ofGoal)
                .collect(Collectors.toSet());
    }

    private static Stream<Parameter> editable(MojoDescriptor goal) {
        return Optional.ofNullable(goal.getParameters()).stream()
                .flatMap(List::stream)
                .filter(Parameter::isEditable);
    }

    // What has none in the descriptor goes by its own name, dotted, as <auth> does.
    private static Stream<String> properties(MojoDescriptor goal) {
        return editable(goal)
                .map(one -> Optional.ofNullable(goal.getMojoConfiguration())
                        .map(all -> all.getChild(one.getName(), false))
                        .map(expression -> expression.getValue(""))
                        .map(PROPERTY::matcher)
                        .filter(Matcher::matches)
                        .map(property -> property.group(1))
                        .orElse(one.getName()));
    }

    /** What the POM says of the plugin as a whole, and of this execution. */
    public Stream<Xpp3Dom> written() {
        Optional<Plugin> plugin = Optional.ofNullable(execution.getPlugin())
                // called directly, an execution has a plugin without the POM's configuration
                .map(own -> declared(own.getKey()).orElse(own));
        return Stream.concat(
                        plugin.stream(),
                        plugin
                                .map(Plugin::getExecutionsAsMap)
                                .map(executions -> executions.get(execution.getExecutionId()))
                                .stream())
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    // As Maven itself configures a goal that is called directly.
    private Optional<Plugin> declared(String key) {
        return Optional.ofNullable(project.getPlugin(key))
                .or(() -> Optional.ofNullable(project.getPluginManagement())
                        .map(managed -> managed.getPluginsAsMap().get(key)));
    }
}
