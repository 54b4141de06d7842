package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The names of all goals' parameters. Maven passes over elements it doesn't know in silence; here they are errors. */
public record KnownParameters(Set<String> names) {
    private static final String PREFIX = "openstack.";
    // What a launch leaves to the rest of the build, which may be given from outside as well; how long a build's end
    // may take, and what goes wrong on the simulator, which are no goal's business.
    private static final Set<String> OTHERS = Set.of("server", "servers", "endTimeout", "simulator");

    // On the command line they have a name of their own for each key.
    private static final Set<String> KEYED =
            Set.of("auth", "endpointOverrides", "environment", "metadata", "schedulerHints", "waitFor");

    public KnownParameters {
        names = Set.copyOf(names);
    }

    public static KnownParameters of(PluginDescriptor plugin) {
        return new KnownParameters(plugin.getMojos().stream()
                .flatMap(goal ->
                        Optional.ofNullable(goal.getParameters()).stream().flatMap(List::stream))
                .filter(Parameter::isEditable)
                .map(Parameter::getName)
                .collect(Collectors.toSet()));
    }

    /**
     * Looks at what the POM says of the plugin as a whole and of this execution.
     *
     * @throws OpenStackException on an element that no goal has; names it and the nearest
     */
    public void check(MojoExecution execution, MavenProject project) {
        Optional<Plugin> plugin = Optional.ofNullable(execution.getPlugin())
                // called directly, an execution has a plugin without the POM's configuration
                .map(own -> Objects.requireNonNullElse(project.getPlugin(own.getKey()), own));
        Stream.concat(
                        plugin.stream(),
                        plugin
                                .map(Plugin::getExecutionsAsMap)
                                .map(executions -> executions.get(execution.getExecutionId()))
                                .stream())
                .map(ConfigurationContainer::getConfiguration)
                .forEach(configuration -> {
                    if (configuration instanceof Xpp3Dom elements) check(elements);
                });
    }

    /**
     * Looks at a {@code <configuration>}.
     *
     * @throws OpenStackException as above
     */
    void check(Xpp3Dom configuration) {
        Arrays.stream(configuration.getChildren())
                .map(Xpp3Dom::getName)
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new OpenStackException(
                            "Unknown element <" + unknown + "> in the plugin's <configuration>",
                            "Did you mean <" + nearest(unknown) + ">? All there are: mvn openstack:help -Ddetail");
                });
    }

    /** A line for each property of the command line that looks like one of this plugin's and is none. */
    public List<String> warnings(Properties commandLine) {
        return new TreeSet<>(commandLine.stringPropertyNames())
                .stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .map(name -> name.substring(PREFIX.length()))
                        .flatMap(name -> warning(name).stream())
                        .distinct()
                        .toList();
    }

    private Optional<String> warning(String name) {
        String element = name.replaceFirst("\\..*", "");
        if (OTHERS.contains(element)) return Optional.empty();
        if (!names.contains(element)) {
            return Optional.of("-D" + PREFIX + element + " is unknown, and does nothing. Did you mean -D" + PREFIX
                    + nearest(element) + "?");
        }
        boolean dotted = name.contains(".");
        if (dotted == KEYED.contains(element)) return Optional.empty();
        return Optional.of("-D" + PREFIX + name + " does nothing: write -D" + PREFIX + element
                + (dotted ? "=…, or the block in the POM" : ".KEY=…"));
    }

    private String nearest(String unknown) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return names.stream()
                .min(Comparator.<String>comparingInt(
                                name -> distance.apply(name.toLowerCase(Locale.ROOT), unknown.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }
}
