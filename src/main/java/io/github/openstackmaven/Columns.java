package io.github.openstackmaven;

/** How wide a text is on a terminal, where a Chinese character or an emoji takes two columns. */
public final class Columns {
    private Columns() {}

    /** The text's width. */
    public static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** The text with blanks behind it up to that width. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** As much of the text as fits, with {@code …} for the rest. */
    public static String cut(String text, int width) {
        if (of(text) <= width) return text;
        StringBuilder cut = new StringBuilder();
        int left = width - 1;
        for (int point : text.codePoints().toArray()) {
            left -= of(point);
            if (left < 0) break;
            cut.appendCodePoint(point);
        }
        return cut + "…";
    }

    // https://www.unicode.org/reports/tr11/, as far as names go.
    private static int of(int point) {
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
