package io.github.openstackmaven.teardown;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts how often, and since when, a cloud has said with nothing to the contrary in between that there is no such resource.
 * Said once it proves nothing: a database that lags behind or a proxy's mistake says the same of what is there.
 */
record Absence(int answers, Instant since) {
    private static final int MANY = 3;
    private static final Duration LASTING = Duration.ofSeconds(3);

    /** Nothing of the kind was said. */
    static Absence none() {
        return new Absence(0, Instant.EPOCH);
    }

    /** It is said now, too. */
    Absence said(Instant now) {
        return new Absence(answers + 1, answers == 0 ? now : since);
    }

    /** Whether it was said more than once. */
    boolean isConfirmed() {
        return answers > 1;
    }

    /** Whether it was said so often and for so long that it holds without any other sign. */
    boolean isProof(Instant now) {
        return answers >= MANY && Duration.between(since, now).compareTo(LASTING) >= 0;
    }
}
