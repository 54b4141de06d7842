package io.github.openstackmaven.pom;

import io.github.openstackmaven.NearestNames;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.pom.BlockElement.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The names of all goals' parameters. Maven passes over elements it doesn't know in silence, and takes any word but true for
 * false; here both are errors.
 *
 * @param names of elements in the POM
 * @param properties their names on the command line, the first part of each
 * @param switches those that are true or false
 */
public record KnownParameters(Set<String> names, Set<String> properties, Set<String> switches) {
    private static final String PREFIX = "openstack.";
    // What a launch leaves to the rest of the build, which may be given from outside as well; how long a build's end
    // may take, and what goes wrong on the simulator, which are no goal's business.
    private static final Set<String> OTHERS = Set.of("server.", "servers.", "endTimeout", "simulator.");

    // On the command line they have a name of their own for each key.
    private static final Set<String> KEYED = Set.of("auth", "endpointOverrides", "environment");
    private static final ServerRegister SERVER = new ServerRegister();

    public KnownParameters {
        names = Set.copyOf(names);
        properties = Set.copyOf(properties);
        switches = Set.copyOf(switches);
    }

    /**
     * Looks at a {@code <configuration>}.
     *
     * @throws OpenStackException on an element that no goal has, naming it and the nearest; on one, however deep, that has a
     *     text and elements; on a switch that is neither true nor false
     */
    public void check(Xpp3Dom configuration) {
        Arrays.stream(configuration.getChildren())
                .map(Xpp3Dom::getName)
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new OpenStackException(
                            "Unknown element <" + unknown + "> in the plugin's <configuration>",
                            "Did you mean <" + nearest(names, unknown)
                                    + ">? All there are: mvn openstack:help -Ddetail");
                });
        Arrays.stream(configuration.getChildren()).forEach(KnownParameters::checkForm);
        Arrays.stream(configuration.getChildren())
                .filter(element -> switches.contains(element.getName()))
                .forEach(KnownParameters::checkSwitch);
    }

    // Maven merges a text of one place and a block of another, and binds the text, whichever of the two was to win.
    private static void checkForm(Xpp3Dom element) {
        String text = text(element);
        if (!text.isEmpty() && element.getChildCount() > 0) {
            throw new OpenStackException(
                    "<" + element.getName() + "> is both '" + text + "' and a block",
                    "One of them is inherited, from a parent POM, a profile or the plugin's own configuration: begin the"
                            + " one that is meant with <" + element.getName() + " combine.self=\"override\">.");
        }
        Arrays.stream(element.getChildren()).forEach(KnownParameters::checkForm);
    }

    // What a property stands for is not known here.
    private static void checkSwitch(Xpp3Dom element) {
        String text = text(element);
        if (text.isEmpty() || text.contains("${") || text.matches("(?i)true|false")) return;
        throw new OpenStackException("<" + element.getName() + "> is '" + text + "'", "It is true or false.");
    }

    private static String text(Xpp3Dom element) {
        return Objects.requireNonNullElse(element.getValue(), "").strip();
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
        boolean dotted = name.contains(".");
        if (OTHERS.contains(dotted ? element + "." : element)) return Optional.empty();
        if (!properties.contains(element)) {
            return Optional.of("-D" + PREFIX + element + " is unknown, and does nothing. Did you mean -D" + PREFIX
                    + nearest(properties, element) + "?");
        }
        Form form = form(element);
        if (dotted ? form.dotted() : form.plain()) return Optional.empty();
        return Optional.of("-D" + PREFIX + name + " does nothing: write -D" + PREFIX + element
                + (dotted ? "=…, or the block in the POM" : ".KEY=…"));
    }

    // What is below the name, launch and check look at.
    private static Form form(String element) {
        if (KEYED.contains(element)) return Form.DOTTED;
        return SERVER.elements().stream()
                .filter(one -> one.name().equals(element))
                .map(BlockElement::form)
                .findFirst()
                .orElse(Form.PLAIN);
    }

    private static String nearest(Set<String> names, String unknown) {
        return new NearestNames(names).to(unknown).findFirst().orElseThrow();
    }
}
