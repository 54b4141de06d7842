package io.github.openstackmaven;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for people to read in a log: columns are aligned, two blanks apart.
 *
 * @param header the columns' names
 * @param rows each with a cell for each column
 */
public record Table(List<String> header, List<List<String>> rows) {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8; // a column that is cut further tells nothing

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException when a row has more or fewer cells than the header
     */
    public Table {
        int columns = header.size();
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("a row has other columns than the header");
        }
    }

    /** A table of these columns, without rows. */
    public static Table of(String... header) {
        return new Table(List.of(header), List.of());
    }

    /** The same with one row more. */
    public Table row(String... cells) {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(List.of(cells));
        return new Table(header, more);
    }

    /** Whether that text stands in a row, in small letters or capitals. */
    public boolean has(int row, String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return rows.get(row).stream()
                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** The table, a line each; no line ends in blanks. Line breaks in a cell become blanks, and nothing in it is heeded by a terminal. */
    public List<String> lines() {
        return lines(Integer.MAX_VALUE, "");
    }

    /**
     * The same, in lines of that many columns where it can be: the widest cells are cut.
     *
     * @param whole the name of a column that is never cut
     */
    public List<String> lines(int width, String whole) {
        List<List<String>> all = Stream.concat(Stream.of(header), rows.stream())
                .map(row -> row.stream().map(PlainText::onOneLine).toList())
                .toList();
        int[] widths = IntStream.range(0, header.size())
                .map(column -> all.stream()
                        .mapToInt(row -> Columns.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        narrow(widths, width, header.indexOf(whole));
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static void narrow(int[] widths, int width, int whole) {
        int gaps = GAP.length() * (widths.length - 1);
        for (int over = IntStream.of(widths).sum() + gaps - width; over > 0; over--) {
            Optional<Integer> widest = IntStream.range(0, widths.length)
                    .filter(column -> column != whole && widths[column] > NARROWEST)
                    .boxed()
                    .max(Comparator.comparing(column -> widths[column]));
            if (widest.isEmpty()) return;
            widths[widest.get()]--;
        }
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> Columns.padded(Columns.cut(row.get(column), widths[column]), widths[column]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
