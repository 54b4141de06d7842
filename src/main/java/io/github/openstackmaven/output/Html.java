package io.github.openstackmaven.output;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page that is well-formed as XML too. */
final class Html {
    private Html() {}

    /** Text in an element or a quoted attribute, whatever is in it. */
    static String text(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]|[\\uD800-\\uDFFF\\uFFFE\\uFFFF]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A table; on a narrow screen each row is a block of its own, whose cells say what they are. */
    static String table(String kind, List<String> header, List<String> rows) {
        return """
                <table class="%s">
                <thead><tr>%s</tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                """.formatted(
                kind,
                header.stream().map(name -> "<th>" + text(name) + "</th>").collect(Collectors.joining()),
                String.join("\n", rows));
    }

    /** A cell of such a table, whose content is HTML. */
    static String cell(String column, String content) {
        return "<td data-column=\"" + text(column) + "\">" + content + "</td>";
    }
}
