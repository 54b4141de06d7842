package io.github.openstackmaven.simulator.state;

import java.util.Optional;
import java.util.stream.Stream;

/** A release of OpenStack, as far as its services answer otherwise than those of other releases; the oldest first. */
public enum Release {
    VICTORIA("victoria", 87, 62),
    ZED("zed", 93, 70),
    EPOXY("epoxy", 100, 71),
    OF_2026_2("2026.2", 104, 71);

    private final String word;
    private final int nova;
    private final int cinder;

    Release(String word, int nova, int cinder) {
        this.word = word;
        this.nova = nova;
        this.cinder = cinder;
    }

    /** The release of that name. */
    public static Optional<Release> of(String word) {
        return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Its name. */
    public String word() {
        return word;
    }

    /** Minor number of the newest microversion that Nova speaks: 93 is 2.93. */
    public int nova() {
        return nova;
    }

    /** Minor number of the newest microversion that Cinder speaks: 70 is 3.70. */
    public int cinder() {
        return cinder;
    }

    /** Whether it is that one or a later one. */
    public boolean since(Release first) {
        return compareTo(first) >= 0;
    }
}
