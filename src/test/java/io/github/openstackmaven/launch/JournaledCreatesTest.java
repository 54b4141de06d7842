package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.Marking;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournaledCreatesTest {
    private final Rehearsal rehearsal = new Rehearsal();
    private final List<Marking> posted = new ArrayList<>();

    @Test
    void a_thing_is_on_record_before_it_is_asked_for_and_its_id_after() {
        String id = make();

        assertThat(rehearsal.written)
                .containsExactly("intend PORT " + mark(), "posted", "made PORT " + mark() + " " + id);
        assertThat(rehearsal.creates.made()).extracting(Resource::id).containsExactly(id);
    }

    @Test
    void it_is_told() {
        String id = make();

        assertThat(rehearsal.events)
                .containsExactly(new LaunchEvent.Made("web", ResourceType.PORT, id, rehearsal.state.elapsed()));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 406, 413, 429})
    void what_the_cloud_refused_is_struck_at_once(int status) {
        rehearsal.fails(Rehearsal.answered(status));

        assertThatThrownBy(this::make).hasMessageContaining("HTTP " + status);
        assertThat(rehearsal.written).last().isEqualTo("strike " + mark());
        assertThat(rehearsal.creates.made()).isEmpty();
        assertThat(rehearsal.time.elapsed()).isZero();
    }

    @Test
    void a_record_that_can_not_be_written_does_not_replace_the_clouds_words() {
        rehearsal.fails(Rehearsal.answered(409));
        rehearsal.refuseStrikes();

        assertThatThrownBy(this::make)
                .hasMessageContaining("HTTP 409")
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("disk full"));
    }

    @Test
    void so_is_what_it_refused_when_that_is_told_in_other_words() {
        rehearsal.fails(new OpenStackException("This cloud's Nova is too old", "", Rehearsal.answered(406)));

        assertThatThrownBy(this::make).hasMessage("This cloud's Nova is too old");
        assertThat(rehearsal.written).last().isEqualTo("strike " + mark());
        assertThat(rehearsal.time.elapsed()).isZero();
    }

    @Test
    void what_is_there_already_is_adopted_when_it_is_the_one() {
        rehearsal.loses(Rehearsal.answered(409));

        String id = make();

        assertThat(rehearsal.there).containsOnlyKeys(id);
        assertThat(rehearsal.written).last().isEqualTo("made PORT " + mark() + " " + id);
    }

    @Test
    void and_a_refusal_after_a_short_look_when_it_is_not() {
        rehearsal.fails(Rehearsal.answered(409));

        assertThatThrownBy(this::make).hasMessageContaining("HTTP 409");
        assertThat(rehearsal.written).last().isEqualTo("strike " + mark());
        assertThat(rehearsal.time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_may_be_there_stays_on_record_while_nobody_can_look() {
        rehearsal.fails(Rehearsal.answered(409));
        rehearsal.refuseLooks(1000);

        assertThatThrownBy(this::make).hasMessageContaining("HTTP 409");
        assertThat(rehearsal.written).containsExactly("intend PORT " + mark(), "posted");
        assertThat(rehearsal.time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void looks_that_fail_are_ridden_out() {
        rehearsal.loses(Rehearsal.unanswered(true));
        rehearsal.refuseLooks(10);

        assertThat(rehearsal.there).containsOnlyKeys(make());
        assertThat(posted).hasSize(1);
    }

    @Test
    void but_not_for_ever() {
        rehearsal.loses(Rehearsal.unanswered(true));
        rehearsal.refuseLooks(1000);

        assertThatThrownBy(this::make).hasMessage("no answer");
        assertThat(rehearsal.written).containsExactly("intend PORT " + mark(), "posted");
        assertThat(rehearsal.time.elapsed()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nor_is_looked_on_when_somebody_wants_the_end_and_the_lost_answer_is_told() {
        rehearsal.loses(Rehearsal.unanswered(true));
        rehearsal.refuseLooks(1000);
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::make)
                .hasMessage("no answer")
                .satisfies(e -> assertThat(e.getSuppressed()).hasOnlyElementsOfType(InterruptedWaitException.class));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(rehearsal.written).containsExactly("intend PORT " + mark(), "posted");
        assertThat(rehearsal.time.elapsed()).isZero();
    }

    @Test
    void what_never_reached_the_cloud_is_struck() {
        rehearsal.fails(Rehearsal.unanswered(false));

        assertThatThrownBy(this::make).hasMessage("no answer");
        assertThat(rehearsal.written).last().isEqualTo("strike " + mark());
    }

    @Test
    void what_was_made_though_the_answer_was_lost_is_adopted_and_not_asked_for_again() {
        rehearsal.loses(Rehearsal.unanswered(true));

        String id = make();

        assertThat(rehearsal.there).containsOnlyKeys(id);
        assertThat(posted).hasSize(1);
        assertThat(rehearsal.written).last().isEqualTo("made PORT " + mark() + " " + id);
    }

    @Test
    void so_is_what_was_made_though_the_cloud_answered_with_a_problem_of_its_own() {
        rehearsal.loses(Rehearsal.answered(503));

        assertThat(rehearsal.there).containsOnlyKeys(make());
        assertThat(posted).hasSize(1);
    }

    @Test
    void so_is_what_was_made_though_the_answer_can_not_be_read() {
        rehearsal.loses(new OpenStackException("it sent no JSON of that API", ""));

        assertThat(rehearsal.there).containsOnlyKeys(make());
        assertThat(posted).hasSize(1);
    }

    @Test
    void a_defect_of_ours_surfaces_as_one_and_what_may_be_there_stays_on_record() {
        RuntimeException defect = new IndexOutOfBoundsException("nothing there");

        assertThatThrownBy(() ->
                        rehearsal.creates.make(PendingCreate.of(Rehearsal.create(ResourceType.PORT), "web", marking -> {
                            posted.add(marking);
                            rehearsal.make(ResourceType.PORT, marking);
                            throw defect;
                        })))
                .isSameAs(defect);
        assertThat(rehearsal.written).containsExactly("intend PORT " + mark());
        assertThat(rehearsal.time.elapsed()).isZero();
    }

    @Test
    void what_was_adopted_is_known_though_it_can_not_be_looked_at() {
        rehearsal.loses(Rehearsal.unanswered(true));

        assertThatThrownBy(() -> rehearsal.creates.make(PendingCreate.of(
                        Rehearsal.create(ResourceType.PORT),
                        "web",
                        mark -> rehearsal.make(ResourceType.PORT, mark),
                        id -> id,
                        id -> {
                            throw new OpenStackException("not now", "");
                        })))
                .hasMessage("not now");
        assertThat(rehearsal.creates.made()).hasSize(1);
    }

    @Test
    void an_answer_that_can_not_be_read_to_a_create_of_nothing_is_told_and_stays_on_record() {
        rehearsal.fails(new OpenStackException("it sent no JSON of that API", ""));

        assertThatThrownBy(this::make).hasMessage("it sent no JSON of that API");
        assertThat(rehearsal.written).containsExactly("intend PORT " + mark(), "posted");
    }

    @Test
    void what_is_not_found_after_a_lost_answer_stays_on_record() {
        rehearsal.fails(Rehearsal.answered(504));

        assertThatThrownBy(this::make).hasMessageContaining("HTTP 504");
        assertThat(rehearsal.written).containsExactly("intend PORT " + mark(), "posted");
        assertThat(posted).hasSize(1);
    }

    @Test
    void what_can_not_be_put_on_record_is_known_to_who_gives_it_back() {
        rehearsal.fillTheDisk();

        assertThatThrownBy(this::make).hasMessage("disk full");
        assertThat(rehearsal.creates.made()).hasSize(1);
        assertThat(rehearsal.rollback.delete(rehearsal.creates.made())).isEmpty();
        assertThat(rehearsal.there).isEmpty();
        assertThat(rehearsal.written).last().isEqualTo("strike " + mark());
    }

    @Test
    void nothing_is_made_that_is_no_longer_wanted() {
        rehearsal.state.abandon(new OpenStackException("another failed", ""));

        assertThatThrownBy(this::make).isInstanceOf(AbandonedException.class);
        assertThat(rehearsal.written).isEmpty();
        assertThat(posted).isEmpty();
    }

    private String make() {
        return rehearsal.creates.make(PendingCreate.of(Rehearsal.create(ResourceType.PORT), "web", marking -> {
            posted.add(marking);
            rehearsal.written.add("posted");
            return rehearsal.make(ResourceType.PORT, marking);
        }));
    }

    private String mark() {
        return Objects.requireNonNull(posted.get(0).metadata().get(Mark.LAUNCH));
    }
}
