package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which answers prove that a thing is gone. */
class EvidenceTest {
    private static final Instant NOW = SteppedTime.START;

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void one_answer_that_there_is_none_proves_nothing(ResourceType kind) {
        assertThat(Evidence.none(kind).absent(NOW).provesGone(NOW)).isFalse();
        assertThat(Evidence.none(kind).absent(NOW).provesGone(NOW.plusSeconds(60)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void many_in_a_moment_prove_nothing_and_many_for_seconds_do(ResourceType kind) {
        Evidence evidence = Evidence.none(kind);
        for (int answer = 0; answer < 10; answer++) evidence = evidence.absent(NOW);

        assertThat(evidence.provesGone(NOW.plusMillis(2900))).isFalse();
        assertThat(evidence.provesGone(NOW.plusSeconds(3))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SERVER", "VOLUME"})
    void an_accepted_delete_is_the_end_of_what_goes_at_once(ResourceType kind) {
        assertThat(Evidence.none(kind).accept().provesGone(NOW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            names = {"SERVER", "VOLUME"})
    void a_server_or_volume_must_be_missed_twice_after_it(ResourceType kind) {
        Evidence accepted = Evidence.none(kind).accept();

        assertThat(accepted.provesGone(NOW)).isFalse();
        assertThat(accepted.absent(NOW).provesGone(NOW)).isFalse();
        assertThat(accepted.absent(NOW).absent(NOW).provesGone(NOW)).isTrue();
    }

    @Test
    void what_was_said_before_its_delete_was_accepted_does_not_count() {
        Evidence denied =
                Evidence.none(ResourceType.SERVER).absent(NOW).absent(NOW).accept();

        assertThat(denied.provesGone(NOW.plusSeconds(60))).isFalse();
        assertThat(denied.absent(NOW).provesGone(NOW)).isFalse();
    }

    @Test
    void a_server_that_only_its_list_hides_after_two_accepted_deletes_is_gone() {
        Evidence softDeleted =
                Evidence.none(ResourceType.SERVER).accept().absent(NOW).accept();

        assertThat(softDeleted.provesGone(NOW)).isFalse();
        assertThat(softDeleted.absent(NOW).provesGone(NOW)).isTrue();
    }

    @Test
    void a_look_that_sees_it_takes_all_back() {
        Evidence gone = Evidence.none(ResourceType.SERVER).accept().absent(NOW);

        assertThat(gone.staying().absent(NOW).absent(NOW).provesGone(NOW)).isFalse();
        assertThat(gone.going().absent(NOW).provesGone(NOW)).isFalse();
        assertThat(gone.going().absent(NOW).absent(NOW).provesGone(NOW)).isTrue();
    }
}
