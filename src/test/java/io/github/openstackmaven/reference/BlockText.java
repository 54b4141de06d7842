package io.github.openstackmaven.reference;

import io.github.openstackmaven.reference.ElementPages.Block;
import io.github.openstackmaven.reference.ElementPages.Doc;
import io.github.openstackmaven.reference.ElementPages.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of elements, as its reader sees it. */
public record BlockText(String page, String type, Told told, List<Told> elements) {
    private static final Pattern STANDARD = Pattern.compile("Default: <code>([^<]*)</code>\\.");

    /** All pages. */
    public static List<BlockText> all(Path sources) throws IOException {
        return ElementPages.of(sources).blocks().stream().map(BlockText::of).toList();
    }

    /** The names of its elements. */
    public List<String> names() {
        return elements.stream().map(Told::name).toList();
    }

    private static BlockText of(Block block) {
        return new BlockText(
                block.page(),
                block.type(),
                told(block.page(), "", block.doc()),
                block.elements().stream().map(BlockText::told).toList());
    }

    private static Told told(Element element) {
        return told(element.name(), element.type(), element.doc());
    }

    private static Told told(String name, String type, Doc doc) {
        return new Told(name, type, doc.text().stream().map(BlockText::plain).toList(), doc.since(), standard(doc));
    }

    private static Optional<String> standard(Doc doc) {
        return doc.text().stream()
                .map(STANDARD::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
