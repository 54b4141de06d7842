package io.github.openstackmaven;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Those of its rows in which that text stands, in small letters or capitals. */
    public Table having(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return new Table(
                header,
                rows.stream()
                        .filter(row -> row.stream()
                                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted)))
                        .toList());
    }

    /** The table, a line each; no line ends in blanks. Line breaks in a cell become blanks, and nothing in it is heeded by a terminal. */
    public List<String> lines() {
        List<List<String>> all = Stream.concat(Stream.of(header), rows.stream())
                .map(row -> row.stream().map(PlainText::onOneLine).toList())
                .toList();
        List<Integer> widths = IntStream.range(0, header.size())
                .map(column -> all.stream()
                        .mapToInt(row -> Columns.of(row.get(column)))
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> Columns.padded(row.get(column), widths.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
