package io.github.openstackmaven.init;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a document is laid out.
 *
 * @param text the document
 * @param unit what one more level is indented by
 * @param lineBreak how a line ends
 */
record Layout(String text, String unit, String lineBreak) {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");
    private static final Pattern BLANKS = Pattern.compile("[ \t]*");
    private static final Pattern BLANK_LINE_BEFORE = Pattern.compile("(?>\r\n|[\r\n])[ \t]*[\r\n]\n?[ \t]*\\z");
    private static final String USUAL = "  ";

    static Layout of(String text, XmlElement root) {
        Matcher first = LINE_BREAK.matcher(text);
        String lineBreak = first.find() ? first.group() : "\n";
        Layout unknown = new Layout(text, USUAL, lineBreak);
        return new Layout(text, unknown.step(root).orElse(USUAL), lineBreak);
    }

    /** These lines, which are indented by two blanks a level, each on a line of its own, at that indentation. */
    String lines(List<String> lines, String indentation) {
        return lines.stream()
                .map(line -> {
                    String bare = line.stripLeading();
                    String levels = unit.repeat((line.length() - bare.length()) / USUAL.length());
                    return lineBreak + indentation + levels + bare;
                })
                .collect(Collectors.joining());
    }

    /** What stands before an element that begins its line; else how that line begins. */
    String indentation(XmlElement element) {
        int line = startOfLine(element.start());
        Matcher blanks = BLANKS.matcher(text).region(line, element.start());
        return blanks.lookingAt() ? blanks.group() : "";
    }

    /** Where the last child before that place stands, or would. */
    String indentationIn(XmlElement parent, int place) {
        return before(parent, place)
                .filter(this::beginsLine)
                .map(this::indentation)
                .orElseGet(() -> indentation(parent) + unit);
    }

    /** Whether blank lines are between the children before that place. */
    boolean isSpaced(XmlElement parent, int place) {
        return before(parent, place)
                .filter(last -> !last.equals(parent.children().get(0)))
                .filter(last -> BLANK_LINE_BEFORE
                        .matcher(text.substring(parent.content(), last.start()))
                        .find())
                .isPresent();
    }

    /** Whether a line ends between two places. */
    boolean breaks(int from, int to) {
        return LINE_BREAK.matcher(text).region(from, to).find();
    }

    private static Optional<XmlElement> before(XmlElement parent, int place) {
        return parent.children().stream().filter(child -> child.end() <= place).reduce((one, next) -> next);
    }

    private boolean beginsLine(XmlElement element) {
        return text.substring(startOfLine(element.start()), element.start()).isBlank();
    }

    private int startOfLine(int place) {
        return Math.max(text.lastIndexOf('\n', place - 1), text.lastIndexOf('\r', place - 1)) + 1;
    }

    // By how much the first child is indented that is, below an element that begins its line.
    private Optional<String> step(XmlElement parent) {
        return Stream.concat(
                        parent.children().stream()
                                .filter(this::beginsLine)
                                .flatMap(child -> step(parent, child).stream()),
                        parent.children().stream().flatMap(child -> step(child).stream()))
                .findFirst();
    }

    private Optional<String> step(XmlElement parent, XmlElement child) {
        String outer = indentation(parent);
        String inner = indentation(child);
        return inner.startsWith(outer) && inner.length() > outer.length()
                ? Optional.of(inner.substring(outer.length()))
                : Optional.empty();
    }
}
