package io.github.openstackmaven.init;

import io.github.openstackmaven.PlainText;

/** Texts as XML has them. */
final class Xml {
    private Xml() {}

    /** The text as an element's content. */
    static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;");
    }

    /** A comment behind something, which can't have two hyphens; none where there is nothing to say. */
    static String comment(String text) {
        String plain = PlainText.onOneLine(text).replaceAll("-(?=-)", "- ");
        return plain.isEmpty() ? "" : " <!-- " + plain + " -->";
    }
}
