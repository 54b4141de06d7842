package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.compute.CreatedServer;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.plan.Marking;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.NewServers;
import io.github.openstackmaven.resource.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several servers of one create: as safe as each by itself. */
class ServerCreatesTest {
    private static final NewServers WEB = new NewServers(
            "web",
            Stream.of("web-1", "web-2", "web-3")
                    .map(name -> new NewServer(Plans.server(name), Optional.empty()))
                    .toList());

    private final Rehearsal rehearsal = new Rehearsal();
    private final List<Marking> posted = new ArrayList<>();

    @Test
    void each_is_on_record_before_it_is_asked_for_and_its_id_after() {
        Map<String, CreatedServer> made = make(0);

        assertThat(rehearsal.written)
                .containsExactly(
                        "intend SERVER " + mark("web-1"),
                        "intend SERVER " + mark("web-2"),
                        "intend SERVER " + mark("web-3"),
                        "posted",
                        "made SERVER " + mark("web-1") + " id of web-1",
                        "made SERVER " + mark("web-2") + " id of web-2",
                        "made SERVER " + mark("web-3") + " id of web-3");
        assertThat(made).containsOnlyKeys("web-1", "web-2", "web-3");
        assertThat(made).hasEntrySatisfying("web-2", one -> assertThat(one.id()).isEqualTo("id of web-2"));
        assertThat(made.values())
                .extracting(one -> one.adminPass().map(Secret::reveal))
                .containsOnly(Optional.of("open sesame"));
        assertThat(rehearsal.creates.made())
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("web-1", "web-2", "web-3");
        assertThat(rehearsal.events).extracting(LaunchEvent::name).containsExactly("web-1", "web-2", "web-3");
    }

    @Test
    void servers_of_another_create_are_left_alone() {
        Mark other = rehearsal.markings.next().ofServer("web-1");
        rehearsal.there.put(
                "other",
                new Resource(
                        ResourceType.SERVER, "other", "web-1", Optional.of(other), Optional.empty(), Optional.empty()));

        assertThat(make(0).values()).extracting(CreatedServer::id).doesNotContain("other");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 406, 413, 429})
    void what_the_cloud_refused_is_struck_at_once(int status) {
        rehearsal.fails(Rehearsal.answered(status));

        assertThatThrownBy(() -> make(0)).hasMessageContaining("HTTP " + status);
        assertThat(rehearsal.written)
                .endsWith("strike " + mark("web-1"), "strike " + mark("web-2"), "strike " + mark("web-3"));
        assertThat(rehearsal.creates.made()).isEmpty();
        assertThat(rehearsal.time.elapsed()).isZero();
    }

    @Test
    void those_of_a_lost_answer_are_adopted() {
        rehearsal.loses(Rehearsal.unanswered(true));

        Map<String, CreatedServer> made = make(0);

        assertThat(made.values())
                .extracting(CreatedServer::id)
                .containsExactlyInAnyOrder("id of web-1", "id of web-2", "id of web-3");
        assertThat(posted).hasSize(1);
    }

    @Test
    void those_that_are_there_of_a_lost_answer_are_known_when_others_are_not() {
        rehearsal.loses(Rehearsal.unanswered(true));

        assertThatThrownBy(() -> make(1)).hasMessage("no answer");
        assertThat(rehearsal.creates.made()).extracting(Resource::name).containsExactlyInAnyOrder("web-1", "web-2");
        assertThat(rehearsal.written)
                .contains("made SERVER " + mark("web-1") + " id of web-1")
                .noneMatch(line -> line.startsWith("strike"));
    }

    @Test
    void and_so_when_nova_shows_fewer_than_it_accepted() {
        assertThatThrownBy(() -> make(1))
                .hasMessage("Nova accepted 3 servers 'web-…' and shows 2 of them")
                .hasNoSuppressedExceptions();
        assertThat(rehearsal.creates.made()).hasSize(2);
        assertThat(rehearsal.time.elapsed()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nobody_looks_on_for_them_when_somebody_wants_the_end() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> make(1)).isInstanceOf(InterruptedWaitException.class);
        assertThat(Thread.interrupted()).isTrue();

        rehearsal.loses(Rehearsal.unanswered(true));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> make(1))
                .hasMessage("no answer")
                .satisfies(e -> assertThat(e.getSuppressed()).hasOnlyElementsOfType(InterruptedWaitException.class));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(rehearsal.time.elapsed()).isZero();
    }

    @Test
    void a_conflict_that_left_nothing_is_a_refusal() {
        rehearsal.fails(Rehearsal.answered(409));

        assertThatThrownBy(() -> make(0)).hasMessageContaining("HTTP 409");
        assertThat(rehearsal.written).last().isEqualTo("strike " + mark("web-3"));
    }

    private Map<String, CreatedServer> make(int lacking) {
        return rehearsal.together.make(WEB, marking -> {
            posted.add(marking);
            rehearsal.written.add("posted");
            return rehearsal.make(WEB, marking, lacking);
        });
    }

    private String mark(String name) {
        return Mark.inMetadata(posted.get(0).server())
                .orElseThrow()
                .ofServer(name)
                .launch();
    }
}
