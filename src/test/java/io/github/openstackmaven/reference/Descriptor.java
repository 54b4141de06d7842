package io.github.openstackmaven.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The plugin's descriptor, from which IDEs, {@code help} and the site know the goals. */
public final class Descriptor {
    private static final Path FILE = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final String GENERATED = "help";

    private Descriptor() {}

    /** The goals that are ours. */
    public static List<Goal> goals() {
        try {
            return Arrays.stream(Xpp3DomBuilder.build(Files.newBufferedReader(FILE))
                            .getChild("mojos")
                            .getChildren("mojo"))
                    .map(Goal::new)
                    .filter(goal -> !goal.name().equals(GENERATED))
                    .toList();
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** One goal. */
    public static Goal goal(String name) {
        return goals().stream()
                .filter(goal -> goal.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A goal, as the descriptor has it. */
    public record Goal(Xpp3Dom mojo) {
        public String name() {
            return value(mojo, "goal");
        }

        public Told told() {
            return new Told(name(), "", text(mojo), value(mojo, "since"), Optional.empty());
        }

        /** Its parameters that a user may set. */
        public List<Told> parameters() {
            return editable().map(this::told).toList();
        }

        /** The class that does it. */
        public Class<?> implementation() {
            try {
                return Class.forName(value(mojo, "implementation"));
            } catch (ClassNotFoundException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        private Told told(Xpp3Dom parameter) {
            String name = value(parameter, "name");
            return new Told(
                    name,
                    value(parameter, "type"),
                    text(parameter),
                    value(parameter, "since"),
                    configuration(name).flatMap(one -> Optional.ofNullable(one.getAttribute("default-value"))));
        }

        private Stream<Xpp3Dom> editable() {
            return Arrays.stream(mojo.getChild("parameters").getChildren("parameter"))
                    .filter(parameter -> value(parameter, "editable").equals("true"));
        }

        private Optional<Xpp3Dom> configuration(String parameter) {
            return Optional.ofNullable(mojo.getChild("configuration").getChild(parameter));
        }

        private static List<String> text(Xpp3Dom described) {
            return value(described, "description").lines().map(String::strip).toList();
        }

        private static String value(Xpp3Dom dom, String child) {
            return Optional.ofNullable(dom.getChild(child))
                    .map(Xpp3Dom::getValue)
                    .orElse("");
        }
    }
}
