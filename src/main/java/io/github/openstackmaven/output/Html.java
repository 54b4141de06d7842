package io.github.openstackmaven.output;

import io.github.openstackmaven.config.Redaction;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page that is well-formed as XML too, and in which no secret stands. */
record Html(Redaction redaction) {

    /** Text in an element or a quoted attribute, whatever is in it. */
    String text(String text) {
        return redaction
                .told(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A table; on a narrow screen each row is a block of its own, whose cells say what they are. */
    String table(String kind, List<String> header, List<String> rows) {
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
    String cell(String column, String content) {
        return "<td data-column=\"" + text(column) + "\">" + content + "</td>";
    }
}
