package io.github.openstackmaven.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures of several rounds: their median, the smallest and the largest, and all of them in the order of the rounds. */
record Spread(double median, double min, double max, List<Double> all) {

    /** Of these figures; empty where there are none. */
    static Optional<Spread> of(Collection<Double> figures) {
        if (figures.isEmpty()) return Optional.empty();
        List<Double> sorted = figures.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return Optional.of(new Spread(median, sorted.get(0), sorted.get(size - 1), List.copyOf(figures)));
    }

    /** As {@code 5.2 (4.9–6.0)}. */
    String text(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median, min, max);
    }
}
