package io.github.openstackmaven.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a goal may be told, and what the POM tells it. */
public record PluginConfiguration(MojoExecution execution, MavenProject project) {

    /** The names of all goals' parameters. */
    public Set<String> parameters() {
        return execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                .flatMap(goal ->
                        Optional.ofNullable(goal.getParameters()).stream().flatMap(List::stream))
                .filter(Parameter::isEditable)
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    /** What the POM says of the plugin as a whole, and of this execution. */
    public Stream<Xpp3Dom> written() {
        Optional<Plugin> plugin = Optional.ofNullable(execution.getPlugin())
                // called directly, an execution has a plugin without the POM's configuration
                .map(own -> Objects.requireNonNullElse(project.getPlugin(own.getKey()), own));
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
}
