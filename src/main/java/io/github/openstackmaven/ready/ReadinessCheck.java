package io.github.openstackmaven.ready;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Check that must hold before a server is ready.
 *
 * @param subject what is looked at, as a sentence about it begins
 * @param timeout empty for as long as the whole wait may last
 */
record ReadinessCheck(String name, String subject, Optional<Duration> timeout, Look look) {

    /** Looks once. */
    @FunctionalInterface
    interface Look {
        /**
         * What is there to see.
         *
         * @param left how long the look may take
         * @param ended asked now and then by a look that takes longer; when true it is of no use any more
         */
        ProbeResult now(Duration left, BooleanSupplier ended);
    }
}
