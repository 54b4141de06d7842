package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes with a build, and what outlives it. */
class KeepDecisionTest {
    private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");
    private static final KeepDecision SUCCEEDED = new KeepDecision("b1", true);
    private static final KeepDecision FAILED = new KeepDecision("b1", false);
    private static final Optional<Duration> LEASE = Optional.of(Duration.ofMinutes(30));

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
    void what_is_kept_always_stays_once_it_is_launched() {
        assertThat(FAILED.goes(entry(Keep.ALWAYS))).isFalse();
        assertThat(SUCCEEDED.goes(entry(Keep.ALWAYS))).isFalse();
    }

    @Test
    void what_stays_is_renewed_unless_the_cloud_knows_until_when_it_does() {
        assertThat(FAILED.isToRenew(entry(Keep.ON_FAILURE))).isTrue();
        assertThat(SUCCEEDED.isToRenew(entry(Keep.ALWAYS))).isTrue();
        assertThat(SUCCEEDED.isToRenew(entry("b1", Keep.ALWAYS, Optional.empty())))
                .isFalse();
    }

    @Test
    void what_goes_is_not_renewed() {
        assertThat(FAILED.isToRenew(entry(Keep.NEVER))).isFalse();
        assertThat(SUCCEEDED.isToRenew(entry(Keep.ON_FAILURE))).isFalse();
    }

    @Test
    void another_build_s_is_left_alone() {
        assertThat(SUCCEEDED.goes(entry("b2", Keep.NEVER, LEASE))).isFalse();
        assertThat(FAILED.isKept(entry("b2", Keep.ON_FAILURE, LEASE))).isFalse();
        assertThat(FAILED.isToRenew(entry("b2", Keep.ON_FAILURE, LEASE))).isFalse();
    }

    private static LedgerEntry entry(Keep keep) {
        return entry("b1", keep, LEASE);
    }

    private static LedgerEntry entry(String build, Keep keep, Optional<Duration> lease) {
        return LedgerEntry.builder(ResourceType.SERVER, "l1", "web")
                .build(build)
                .place(new LedgerEntry.Place("", "", ""))
                .keep(keep)
                .at(BEGIN)
                .id(Optional.of("s1"))
                .lease(lease)
                .entry();
    }
}
