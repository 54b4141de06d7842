package io.github.openstackmaven.init;

import io.github.openstackmaven.OpenStackException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tags of a document in order, from which its elements are told; comments and the like are passed over whole. */
final class XmlTags {
    // Possessive throughout, so that nothing is tried twice and no long document is deep.
    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<\\?.*?\\?>|<!\\[CDATA\\[.*?]]>"
                    + "|<!DOCTYPE(?:[^\\[>\"']|\"[^\"]*+\"|'[^']*+'|\\[(?:[^]\"']|\"[^\"]*+\"|'[^']*+')*+])*+>"
                    + "|<(?<closing>/?)(?<name>[^\\s/>\"'=<!?]++)(?:[^>\"'/]|\"[^\"]*+\"|'[^']*+'|/(?!>))*+(?<empty>/?)>",
            Pattern.DOTALL);

    private final Iterator<Tag> tags;

    private XmlTags(Iterator<Tag> tags) {
        this.tags = tags;
    }

    private record Tag(String name, boolean closing, boolean empty, int start, int end) {
        static Tag of(MatchResult found) {
            return new Tag(
                    found.group(2), !found.group(1).isEmpty(), !found.group(3).isEmpty(), found.start(), found.end());
        }
    }

    /**
     * The outermost element.
     *
     * @throws OpenStackException when there is none, or a tag has no other half
     */
    static XmlElement root(String document) {
        XmlTags tags = new XmlTags(MARKUP.matcher(document)
                .results()
                .filter(found -> found.group(2) != null)
                .map(Tag::of)
                .iterator());
        return tags.element(tags.next());
    }

    private XmlElement element(Tag open) {
        if (open.closing()) throw odd();
        if (open.empty())
            return new XmlElement(open.name(), open.start(), open.end(), open.end(), open.end(), List.of());
        List<XmlElement> children = new ArrayList<>();
        Tag next = next();
        for (; !next.closing(); next = next()) children.add(element(next));
        if (!next.name().equals(open.name())) throw odd();
        return new XmlElement(open.name(), open.start(), open.end(), next.start(), next.end(), children);
    }

    private Tag next() {
        if (!tags.hasNext()) throw odd();
        return tags.next();
    }

    private static OpenStackException odd() {
        return new OpenStackException(
                "The POM's tags can't be told apart", "Write the plugin into it by hand, as the README shows.");
    }
}
