package io.github.openstackmaven.output;

import io.github.openstackmaven.PlainText;
import io.github.openstackmaven.config.Redaction;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pieces of a page in GitHub's Markdown, in which no secret stands and no text is taken for anything else. */
record Markdown(Redaction redaction) {
    private static final Pattern HEEDED = Pattern.compile("[\\\\`*_\\[\\]<>&|~#$@!+=-]");

    /** Text on one line, whatever is in it. */
    String text(String text) {
        return HEEDED.matcher(PlainText.onOneLine(redaction.told(text))).replaceAll("\\\\$0");
    }

    /** Text with its lines, as one paragraph. */
    String paragraph(String text) {
        return text.lines().map(this::text).filter(line -> !line.isEmpty()).collect(Collectors.joining("<br>\n"))
                + "\n\n";
    }

    /** A table, whose cells are text. */
    String table(List<String> header, List<List<String>> rows) {
        return row(header) + header.stream().map(column -> "| --- ").collect(Collectors.joining()) + "|\n"
                + rows.stream().map(this::row).collect(Collectors.joining()) + "\n";
    }

    private String row(List<String> cells) {
        return cells.stream().map(cell -> "| " + text(cell) + " ").collect(Collectors.joining()) + "|\n";
    }
}
