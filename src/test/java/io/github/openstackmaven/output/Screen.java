package io.github.openstackmaven.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal that understands as much as is used: text, line ends, colours, the cursor up, erasing what is below it, and
 * whether what is too long goes on in the next row.
 */
final class Screen implements Consumer<String> {
    private static final Pattern PART =
            Pattern.compile("\u001b\\[(\\d*)([AJ])|\u001b\\[\\?7([hl])|\u001b\\[[\\d;]*m|\r|\n|[^\u001b\r\n]+");

    private final int width;
    private boolean wraps = true;
    private final List<String> lines = new ArrayList<>(List.of(""));
    private final List<String> colors = new ArrayList<>();
    private int row;

    /** One as wide as any line. */
    Screen() {
        this(Integer.MAX_VALUE);
    }

    /** One of that many columns. */
    Screen(int width) {
        this.width = width;
    }

    @Override
    public void accept(String text) {
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if ("A".equals(part.group(2))) {
                row -= Integer.parseInt(part.group(1));
            } else if ("J".equals(part.group(2))) {
                lines.subList(row, lines.size()).clear();
                lines.add("");
            } else if (part.group(3) != null) {
                wraps = part.group(3).equals("h");
            } else if (part.group().equals("\n")) {
                nextRow();
            } else if (part.group().startsWith("\u001b")) {
                colors.add(part.group());
            } else if (!part.group().equals("\r")) {
                write(part.group());
            }
        }
    }

    private void write(String text) {
        String all = lines.get(row) + text;
        if (all.length() <= width) {
            lines.set(row, all);
            return;
        }
        lines.set(row, all.substring(0, width));
        if (!wraps) return;
        nextRow();
        write(all.substring(width));
    }

    private void nextRow() {
        row++;
        if (row == lines.size()) lines.add("");
    }

    /** The colours that were chosen, one after the other. */
    List<String> colors() {
        return List.copyOf(colors);
    }

    /** What is to be seen, without the empty line that the cursor is on. */
    List<String> lines() {
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }
}
