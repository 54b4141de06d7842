package io.github.openstackmaven.output;

import io.github.openstackmaven.config.Redaction;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of a page that is well-formed as XML too, and in which no secret stands. */
record Html(Redaction redaction) {
    // A line ends within none of these.
    private static final Pattern ID = Pattern.compile(
            "\\b(?:req-)?\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}\\b|\\b\\p{XDigit}{32}\\b");

    /** Text in an element, whatever is in it; an id in it is on one line. */
    String text(String text) {
        return ID.matcher(quoted(text)).replaceAll("<span class=\"id\">$0</span>");
    }

    /** Text in a quoted attribute, or where there is no place for elements. */
    String quoted(String text) {
        return redaction
                .told(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A link to a file below the page's folder. */
    String link(String path, String name) {
        return "<a href=\"" + quoted(path) + "\">" + text(name) + "</a>";
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
        return "<td data-column=\"" + quoted(column) + "\">" + content + "</td>";
    }
}
