package io.github.openstackmaven.init;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element, by where its tags are in the document.
 *
 * @param start where its start tag begins
 * @param content where its start tag ends
 * @param contentEnd where its end tag begins; where its only tag ends, if it has but one
 * @param end where its end tag ends
 */
record XmlElement(String name, int start, int content, int contentEnd, int end, List<XmlElement> children) {

    XmlElement {
        children = List.copyOf(children);
    }

    /** Whether it is {@code <name/>}. */
    boolean isEmptyTag() {
        return contentEnd == end;
    }

    Optional<XmlElement> child(String wanted) {
        return children(wanted).findFirst();
    }

    Stream<XmlElement> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }
}
