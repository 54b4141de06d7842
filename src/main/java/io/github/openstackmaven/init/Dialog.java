package io.github.openstackmaven.init;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.PlainText;
import io.github.openstackmaven.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks who sits before the terminal. A list is chosen from by number or name, and narrowed by a part of a name. */
public final class Dialog implements Answers {
    private static final int SHOWN = 20;
    private static final String MARGIN = "  ";

    private final BufferedReader in;
    private final PrintStream out;
    private final int width;

    /**
     * A dialog.
     *
     * @param width the terminal's columns
     */
    public Dialog(BufferedReader in, PrintStream out, int width) {
        this.in = in;
        this.out = out;
        this.width = width;
    }

    @Override
    public boolean areGiven() {
        return true;
    }

    @Override
    public Offered choose(Question question) {
        if (question.offered().isEmpty()) throw question.unanswered();
        List<Offered> shown = question.offered();
        while (true) {
            show(question.kind(), shown);
            String said =
                    ask("Number, name or a part of it", question.suggested().map(Offered::label));
            if (said.isEmpty()) {
                if (question.suggested().isPresent())
                    return question.suggested().get();
                shown = question.offered();
                continue;
            }
            List<Offered> meant = meant(said, shown, question.offered());
            if (meant.size() == 1) return told(meant.get(0));
            if (meant.isEmpty()) {
                out.println("No " + question.kind() + " has '" + PlainText.onOneLine(said)
                        + "' in its name. The nearest: "
                        + question.nearestTo(said).map(PlainText::onOneLine).collect(Collectors.joining(", ")));
            }
            shown = meant.isEmpty() ? question.offered() : meant;
        }
    }

    @Override
    public String text(String what, String otherwise) {
        String said = ask(what, Optional.of(otherwise).filter(text -> !text.isEmpty()));
        return said.isEmpty() ? otherwise : said;
    }

    @Override
    public boolean allows(String what) {
        while (true) {
            switch (ask(what + " (y/n)", Optional.of("y")).toLowerCase(Locale.ROOT)) {
                case "", "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                default -> out.println("y or n");
            }
        }
    }

    // A whole name before a number: flavors may be called 1 and 2.
    private static List<Offered> meant(String said, List<Offered> shown, List<Offered> all) {
        Optional<Offered> named = all.stream()
                .filter(one -> one.label().equals(said) || (one.id().equals(said) && !isNumber(said)))
                .findFirst();
        if (named.isPresent()) return List.of(named.get());
        if (isNumber(said) && Integer.parseInt(said) <= shown.size())
            return List.of(shown.get(Integer.parseInt(said) - 1));
        String part = said.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> one.label().toLowerCase(Locale.ROOT).contains(part))
                .toList();
    }

    private static boolean isNumber(String said) {
        return said.matches("[1-9]\\d{0,8}");
    }

    private Offered told(Offered chosen) {
        out.println(MARGIN + PlainText.onOneLine(chosen.label()));
        return chosen;
    }

    private void show(String kind, List<Offered> offered) {
        out.println();
        new Table(
                        List.of("", kind.toUpperCase(Locale.ROOT), ""),
                        IntStream.range(0, Math.min(SHOWN, offered.size()))
                                .mapToObj(row -> List.of(
                                        Integer.toString(row + 1),
                                        offered.get(row).label(),
                                        offered.get(row).about()))
                                .toList())
                .lines(width - MARGIN.length(), "")
                .forEach(line -> out.println(MARGIN + line));
        if (offered.size() > SHOWN)
            out.println(MARGIN + "and " + (offered.size() - SHOWN) + " more: type a part of the name");
    }

    private String ask(String what, Optional<String> otherwise) {
        out.print(what
                + otherwise.map(text -> " [" + PlainText.onOneLine(text) + "]").orElse("") + ": ");
        out.flush();
        try {
            String line = in.readLine();
            if (line != null) return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        throw new OpenStackException(
                "The input has ended before an answer",
                "Nothing more is written. With -B nobody is asked: -Dopenstack.image=NAME and so on say what is wanted.");
    }
}
