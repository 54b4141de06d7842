package io.github.openstackmaven.reference;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The site's pages of the elements that have elements, from the Javadoc of package {@code pom}: {@code java
 * ElementPages.java SOURCES PAGES}. The JDK runs this file as it is, so that the site needs no compiled tests.
 *
 * <p>A class whose Javadoc begins with the element's tag, and says since when, has a page. Its fields that have Javadoc are the
 * elements; those of a server are described where the goals take them.
 */
public final class ElementPages {
    private static final String SERVER = "ServerBlock";
    private static final String GOALS = "ServerParameters";
    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");
    private static final Pattern STANDARD = Pattern.compile("defaultValue = \"([^\"]*)\"");

    private final Map<String, Type> types = new TreeMap<>();

    private ElementPages() {}

    /** Writes the pages. */
    public static void main(String[] arguments) throws IOException {
        ElementPages pages = of(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Files.writeString(folder.resolve("index.xml"), pages.index());
        for (Block block : pages.blocks()) Files.writeString(folder.resolve(block.page() + ".xml"), pages.page(block));
    }

    /** Those of the sources of the root package. */
    public static ElementPages of(Path sources) throws IOException {
        ElementPages pages = new ElementPages();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> elements = Files.list(sources.resolve("pom"))) {
            List<Path> read = Stream.concat(elements, Stream.of(sources.resolve("mojo/" + GOALS + ".java")))
                    .sorted()
                    .toList();
            JavacTask parser = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(read));
            DocTrees docs = DocTrees.instance(parser);
            for (CompilationUnitTree unit : parser.parse()) pages.new Reader(docs).scan(unit, null);
        }
        return pages;
    }

    /**
     * What a Javadoc comment says.
     *
     * @param text its paragraphs, in HTML
     * @param since the version; empty where it names none
     */
    public record Doc(List<String> text, String since) {
        private static final Doc NONE = new Doc(List.of(), "");
        private static final Pattern TAG = Pattern.compile("(?m)^\\s*@since (\\S+)");
        private static final Pattern CODE = Pattern.compile("\\{@code ((?:[^{}]|\\{[^}]*\\})*)\\}");

        private static Doc of(String comment) {
            Matcher since = TAG.matcher(comment);
            return new Doc(
                    Stream.of(comment.split("(?m)^\\s*@", 2)[0].split("<p>", -1))
                            .map(paragraph -> CODE.matcher(paragraph)
                                    .replaceAll(code -> Matcher.quoteReplacement(code(code.group(1))))
                                    .replaceAll("\\s+", " ")
                                    .strip())
                            .toList(),
                    since.find() ? since.group(1) : "");
        }

        private static String code(String text) {
            return "<code>" + escaped(text) + "</code>";
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }

        private Doc standard(String value) {
            return new Doc(
                    Stream.concat(text.stream(), Stream.of("Default: " + code(value) + "."))
                            .toList(),
                    since);
        }

        private String paragraphs() {
            return text.stream().map(one -> "<p>" + one + "</p>").collect(Collectors.joining("\n"));
        }
    }

    /** An element: its name, its type as it is written in Java, and what it is. */
    public record Element(String name, String type, Doc doc) {}

    /** An element that has elements: the name of its page, and of its class. */
    public record Block(String page, String type, Doc doc, List<Element> elements) {}

    private record Type(String name, Optional<String> parent, Doc doc, Map<String, Element> elements) {
        private static final Pattern SUFFIX = Pattern.compile("(Parameter|Block|Element)$");

        boolean isBlock() {
            return !doc.since().isEmpty() && doc.text().get(0).startsWith("<code>&lt;");
        }

        String page() {
            return decapitalized(SUFFIX.matcher(name).replaceAll(""));
        }
    }

    /** All blocks, by the names of their classes. */
    public List<Block> blocks() {
        return types.values().stream()
                .filter(Type::isBlock)
                .map(type -> new Block(
                        type.page(), type.name(), type.doc(), elements(type).toList()))
                .toList();
    }

    private Stream<Element> elements(Type type) {
        return Stream.concat(
                        type.elements().values().stream(),
                        type.parent().map(types::get).stream().flatMap(this::elements))
                .map(element -> type.name().equals(SERVER) ? asGoalsTakeIt(element) : element)
                .filter(element -> !element.doc().text().isEmpty());
    }

    private Element asGoalsTakeIt(Element element) {
        return Optional.ofNullable(types.get(GOALS).elements().get(element.name()))
                .map(taken -> new Element(element.name(), element.type(), taken.doc()))
                .orElse(element);
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            Map<String, Element> elements = new LinkedHashMap<>();
            type.getMembers().stream()
                    .map(member -> new TreePath(getCurrentPath(), member))
                    .flatMap(this::element)
                    .forEach(element -> elements.put(element.name(), element));
            String name = type.getSimpleName().toString();
            types.put(name, new Type(name, parent(type), doc(getCurrentPath()), elements));
            return super.visitClass(type, null);
        }

        private Optional<String> parent(ClassTree type) {
            return Optional.ofNullable(type.getExtendsClause()).map(Tree::toString);
        }

        private Stream<Element> element(TreePath member) {
            Tree tree = member.getLeaf();
            if (tree instanceof MethodTree method) return setter(method, doc(member));
            return tree instanceof VariableTree field ? field(field, doc(member)) : Stream.empty();
        }

        // How a goal takes an element of a server.
        private Stream<Element> setter(MethodTree method, Doc doc) {
            String name = method.getName().toString();
            if (!name.startsWith("set") || name.equals("set")) return Stream.empty();
            Matcher standard = STANDARD.matcher(method.getModifiers().toString());
            return Stream.of(new Element(
                    decapitalized(name.substring(3)), "", standard.find() ? doc.standard(standard.group(1)) : doc));
        }

        // Of a class what is bound, of an enumeration its constants.
        private Stream<Element> field(VariableTree field, Doc doc) {
            Set<Modifier> modifiers = field.getModifiers().getFlags();
            String name = field.getName().toString();
            String type = field.getType().toString();
            if (!modifiers.contains(Modifier.STATIC)) return Stream.of(new Element(name, type, doc));
            return modifiers.contains(Modifier.PUBLIC)
                    ? Stream.of(new Element(camelCase(name), "", doc))
                    : Stream.empty();
        }

        private Doc doc(TreePath place) {
            return Optional.ofNullable(docs.getDocComment(place)).map(Doc::of).orElse(Doc.NONE);
        }
    }

    private static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String camelCase(String constant) {
        return NEXT_WORD
                .matcher(constant.toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private String index() {
        return document("OpenStack Maven Plugin", """
                <p><a href="plugin-info.html">The goals</a>, each with its parameters. Those that may be a block have elements of \
                their own:</p>
                <table>
                <tr><th>Elements of</th><th>What it is</th></tr>
                %s
                </table>
                """.formatted(blocks().stream()
                .map(block -> "<tr><td>" + link(block) + "</td><td>"
                        + block.doc().text().get(0) + "</td></tr>")
                .collect(Collectors.joining("\n"))));
    }

    private String page(Block block) {
        return document("Elements of " + block.page(), """
                %s
                <p>Since: %s</p>
                <table>
                <tr><th>Element</th><th>Since</th><th>What it is</th></tr>
                %s
                </table>
                """.formatted(
                        block.doc().paragraphs(),
                        block.doc().since(),
                        block.elements().stream().map(this::row).collect(Collectors.joining("\n"))));
    }

    private String row(Element element) {
        String name = blocks().stream()
                .filter(block -> element.type().matches(".*\\b" + block.type() + "\\b.*"))
                .findFirst()
                .map(block -> "<a href=\"" + block.page() + ".html\"><code>" + element.name() + "</code></a>")
                .orElse("<code>" + element.name() + "</code>");
        return "<tr id=\"" + element.name() + "\"><td>" + name + "</td><td>"
                + element.doc().since() + "</td><td>" + element.doc().paragraphs() + "</td></tr>";
    }

    private static String link(Block block) {
        return "<a href=\"" + block.page() + ".html\"><code>" + block.page() + "</code></a>";
    }

    private static String document(String title, String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <document xmlns="http://maven.apache.org/XDOC/2.0">
                <properties><title>%1$s</title></properties>
                <body>
                <section name="%1$s">
                %2$s</section>
                </body>
                </document>
                """.formatted(title, body);
    }
}
