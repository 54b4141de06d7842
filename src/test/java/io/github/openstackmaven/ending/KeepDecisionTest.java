package io.github.openstackmaven.ending;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Kind;
import io.github.openstackmaven.ledger.LedgerEntry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes with a build, and what outlives it. */
class KeepDecisionTest {
    private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");
    private static final KeepDecision SUCCEEDED = new KeepDecision("b1", true, Optional.empty());
    private static final KeepDecision FAILED = new KeepDecision("b1", false, Optional.empty());
    private static final KeepDecision CUT_SHORT = new KeepDecision("b1", false, Optional.of(BEGIN));

    @Test
    void what_is_never_kept_goes_with_its_build() {
        assertThat(SUCCEEDED.goes(entry(Keep.NEVER))).isTrue();
        assertThat(FAILED.goes(entry(Keep.NEVER))).isTrue();
    }

    @Test
    void what_is_kept_on_failure_goes_after_a_success() {
        assertThat(SUCCEEDED.goes(entry(Keep.ON_FAILURE))).isTrue();
        assertThat(SUCCEEDED.isKept(entry(Keep.ON_FAILURE))).isFalse();
        assertThat(FAILED.goes(entry(Keep.ON_FAILURE))).isFalse();
        assertThat(FAILED.isKept(entry(Keep.ON_FAILURE))).isTrue();
    }

    @Test
    void what_is_kept_always_stays_unless_its_launch_was_cut_short() {
        assertThat(FAILED.goes(entry(Keep.ALWAYS))).isFalse();
        assertThat(CUT_SHORT.goes(entry(Keep.ALWAYS))).isTrue();
    }

    @Test
    void what_an_earlier_launch_keeps_stays_when_a_later_one_is_cut_short() {
        assertThat(CUT_SHORT.goes(entry("b1", Keep.ALWAYS, BEGIN.minusSeconds(1))))
                .isFalse();
    }

    @Test
    void another_build_s_is_left_alone() {
        assertThat(SUCCEEDED.goes(entry("b2", Keep.NEVER, BEGIN))).isFalse();
        assertThat(FAILED.isKept(entry("b2", Keep.ON_FAILURE, BEGIN))).isFalse();
    }

    private static LedgerEntry entry(Keep keep) {
        return entry("b1", keep, BEGIN);
    }

    private static LedgerEntry entry(String build, Keep keep, Instant at) {
        return new LedgerEntry(
                Kind.SERVER,
                "l1",
                build,
                "",
                "web",
                new LedgerEntry.Place("", "", ""),
                keep,
                at,
                Optional.of("s1"),
                Optional.empty());
    }
}
