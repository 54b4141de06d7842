package io.github.openstackmaven.init;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A POM as it is written, and where in it a plugin is or would be. */
public final class Pom {
    private static final Pattern COMMENTS = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern BEHIND = Pattern.compile("[ \t]*<!--[^\r\n]*?-->(?=[ \t]*(?:[\r\n]|$))");
    // What POMs have after <build>, by convention.
    private static final Set<String> LAST = Set.of("reporting", "profiles");

    private final String text;
    private final XmlElement project;
    private final Layout layout;

    private Pom(String text, XmlElement project) {
        this.text = text;
        this.project = project;
        this.layout = Layout.of(text, project);
    }

    /**
     * Reads a POM.
     *
     * @throws OpenStackException when it is none
     */
    public static Pom of(String text) {
        XmlElement root = XmlTags.root(text);
        if (root.name().equals("project")) return new Pom(text, root);
        throw new OpenStackException(
                "The POM begins with <" + root.name() + ">, not with <project>",
                "Write the plugin into it by hand, as the README shows.");
    }

    /** The line in which a plugin of the build begins; what is managed, or a profile's, is none. */
    Optional<Integer> declaredAt(String groupId, String artifactId) {
        return plugins().stream()
                .flatMap(plugins -> plugins.children("plugin"))
                .filter(plugin -> says(plugin, "groupId", groupId) && says(plugin, "artifactId", artifactId))
                .findFirst()
                .map(plugin ->
                        (int) text.substring(0, plugin.start() + 1).lines().count());
    }

    /**
     * Checks that a plugin belongs here.
     *
     * @throws OpenStackException when it is there already, or modules would inherit it
     */
    public void demandPlaceFor(String groupId, String artifactId) {
        declaredAt(groupId, artifactId).ifPresent(line -> {
            throw new OpenStackException(
                    "The POM has the plugin already, in line " + line,
                    "Change it there: mvn openstack:help -Ddetail -Dgoal=launch tells what it may say.");
        });
        if (hasModules()) {
            throw new OpenStackException(
                    "The POM has modules, and each of them would launch the server",
                    "Name the one whose tests need it: -pl MODULE, or -f MODULE/pom.xml.");
        }
    }

    private boolean hasModules() {
        Stream<XmlElement> profiles = project.children("profiles").flatMap(all -> all.children("profile"));
        return Stream.concat(Stream.of(project), profiles)
                .flatMap(model -> Stream.of("modules", "subprojects").flatMap(model::children))
                .anyMatch(modules -> !modules.children().isEmpty());
    }

    /** What puts a plugin behind the others of the build, with whatever around it is not there yet. */
    public Change with(List<String> plugin) {
        Optional<XmlElement> build = project.child("build");
        Optional<XmlElement> plugins = plugins();
        if (plugins.isPresent()) return added(plugins.get(), plugin);
        List<String> wrapped = wrapped("plugins", plugin);
        return build.map(there -> added(there, wrapped)).orElseGet(() -> added(project, wrapped("build", wrapped)));
    }

    private Optional<XmlElement> plugins() {
        return project.child("build").flatMap(build -> build.child("plugins"));
    }

    private boolean says(XmlElement plugin, String element, String value) {
        return plugin.child(element)
                .map(found -> text.substring(found.content(), found.contentEnd()))
                .map(content -> COMMENTS.matcher(content).replaceAll("").strip())
                .filter(value::equals)
                .isPresent();
    }

    private Change added(XmlElement parent, List<String> lines) {
        if (parent.isEmptyTag()) return opened(parent, lines);
        Optional<XmlElement> next = parent.equals(project)
                ? parent.children().stream()
                        .filter(child -> LAST.contains(child.name()))
                        .findFirst()
                : Optional.empty();
        int place = next.map(this::endBefore).orElseGet(() -> endOfContent(parent));
        int rest = next.map(XmlElement::start).orElse(parent.contentEnd());
        String gap = layout.isSpaced(parent, place) ? layout.lineBreak() : "";
        String added = gap + layout.lines(lines, layout.indentationIn(parent, place));
        return new Change(
                place,
                "",
                layout.breaks(place, rest) ? added : added + layout.lineBreak() + layout.indentation(parent));
    }

    private Change opened(XmlElement parent, List<String> lines) {
        String tag = text.substring(parent.start(), parent.end());
        String open = tag.substring(0, tag.length() - "/>".length()).stripTrailing();
        String indentation = layout.indentation(parent);
        return new Change(
                parent.start() + open.length(),
                tag.substring(open.length()),
                ">" + layout.lines(lines, indentation + layout.unit()) + layout.lineBreak() + indentation + "</"
                        + parent.name() + ">");
    }

    // Behind a comment on the same line, which is about what stands before it.
    private int endBefore(XmlElement next) {
        int place = project.children().stream()
                .filter(child -> child.end() <= next.start())
                .reduce((one, following) -> following)
                .map(XmlElement::end)
                .orElse(project.content());
        Matcher comment = BEHIND.matcher(text).region(place, next.start());
        return comment.lookingAt() ? comment.end() : place;
    }

    private int endOfContent(XmlElement parent) {
        return parent.content()
                + text.substring(parent.content(), parent.contentEnd())
                        .stripTrailing()
                        .length();
    }

    private static List<String> wrapped(String element, List<String> lines) {
        return Stream.of(
                        Stream.of("<" + element + ">"),
                        lines.stream().map(line -> "  " + line),
                        Stream.of("</" + element + ">"))
                .flatMap(Function.identity())
                .toList();
    }
}
