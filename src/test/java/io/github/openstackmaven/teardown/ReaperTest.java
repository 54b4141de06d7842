package io.github.openstackmaven.teardown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.ReapReport.Outcome;
import io.github.openstackmaven.teardown.ReapReport.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReaperTest {
    private static final Optional<Instant> PAST = Optional.of(SteppedTime.START.minusSeconds(90));
    private static final Optional<Instant> FUTURE = Optional.of(SteppedTime.START.plusSeconds(90));
    private static final Optional<Instant> NEVER = Optional.empty();
    private static final ReapRequest ALL =
            new ReapRequest(Duration.ZERO, Optional.empty(), 100, false, Duration.ofMinutes(1));

    private final RehearsedCloud cloud = new RehearsedCloud();
    private final SteppedTime time = new SteppedTime();
    private final Reaper reaper = new Reaper(cloud, time, SteppedTime.schedule(), Runnable::run);

    @Test
    void what_has_expired_goes_and_what_has_not_or_is_not_marked_stays() {
        for (ResourceType kind : ResourceType.values()) {
            thing("dead", kind, PAST);
            thing("live", kind, FUTURE);
            thing("kept", kind, NEVER);
            cloud.put(kind, "unmarked " + kind, Optional.empty());
        }

        ReapReport report = reaper.reap(ALL);

        assertThat(report.rows())
                .hasSize(ResourceType.values().length)
                .allMatch(row -> row.outcome() == Outcome.DELETED);
        assertThat(cloud.ids()).hasSize(3 * ResourceType.values().length).noneMatch(id -> id.startsWith("dead"));
    }

    @Test
    void what_nobody_renews_lives_as_long_as_anything_of_its_build() {
        thing("live", ResourceType.SERVER, FUTURE);
        thing("live", ResourceType.FLOATING_IP, PAST);
        thing("kept", ResourceType.VOLUME, NEVER);
        thing("kept", ResourceType.KEYPAIR, PAST);

        assertThat(reaper.reap(ALL).rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SERVER"})
    void a_list_of_servers_that_is_empty_for_once_proves_nothing(ResourceType kind) {
        thing("live", ResourceType.SERVER, FUTURE);
        thing("live", kind, PAST);
        cloud.emptyLists(ResourceType.SERVER, 1);

        assertThat(reaper.reap(ALL).rows()).extracting(Row::outcome).containsExactly(Outcome.ALIVE);

        assertThat(cloud.deletes()).isEmpty();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(
            value = ResourceType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SERVER"})
    void what_a_server_uses_that_lives_is_spared_though_no_list_shows_it(ResourceType kind) {
        thing("live", ResourceType.SERVER, FUTURE);
        Resource used = thing("dead", kind, PAST);
        cloud.plug(used.id(), "live SERVER");
        cloud.emptyLists(ResourceType.SERVER, 10);

        assertThat(reaper.reap(ALL).lines()).last().asString().endsWith("stays: in use: server live SERVER");

        assertThat(cloud.deletes()).isEmpty();
    }

    @Test
    void what_a_users_own_server_uses_is_spared_and_what_an_expired_one_does_is_not() {
        cloud.put(ResourceType.SERVER, "the users", Optional.empty());
        Resource used = thing("a", ResourceType.VOLUME, PAST);
        cloud.plug(used.id(), "the users");
        thing("b", ResourceType.SERVER, PAST);
        cloud.refuse("b SERVER", 10_000);
        Resource free = thing("b", ResourceType.PORT, PAST);
        cloud.plug(free.id(), "b SERVER");

        reaper.reap(ALL);

        assertThat(cloud.ids()).containsExactlyInAnyOrder("the users", "a VOLUME", "b SERVER");
    }

    @Test
    void a_dry_run_tells_what_would_be_spared() {
        thing("live", ResourceType.SERVER, FUTURE);
        Resource used = thing("dead", ResourceType.PORT, PAST);
        cloud.plug(used.id(), "live SERVER");

        ReapReport report =
                reaper.reap(new ReapRequest(Duration.ZERO, Optional.empty(), 100, true, Duration.ofMinutes(1)));

        assertThat(report.rows()).extracting(Row::outcome).containsExactly(Outcome.IN_USE);
    }

    @Test
    void one_look_that_sees_nothing_does_not_make_it_gone() {
        thing("b", ResourceType.SERVER, PAST);
        cloud.hide("b SERVER", 1);

        assertThat(reaper.reap(ALL).rows()).extracting(Row::outcome).containsExactly(Outcome.DELETED);
    }

    @Test
    void a_server_lives_by_its_own_mark_alone() {
        thing("b", ResourceType.SERVER, PAST);
        thing("b", ResourceType.VOLUME, FUTURE);

        assertThat(reaper.reap(ALL).rows())
                .extracting(row -> row.resource().id())
                .containsExactly("b SERVER");
    }

    @Test
    void what_is_renewed_while_the_reaper_looks_is_left_alone() {
        thing("b", ResourceType.SERVER, PAST);
        thing("b", ResourceType.PORT, PAST);
        cloud.beforeLookAt("b SERVER", () -> thing("b", ResourceType.SERVER, FUTURE));

        assertThat(reaper.reap(ALL).rows()).extracting(Row::outcome).containsOnly(Outcome.ALIVE);
        assertThat(cloud.deletes()).isEmpty();
    }

    @Test
    void what_is_gone_meanwhile_is_told_as_such() {
        thing("b", ResourceType.SERVER, PAST);
        cloud.beforeLookAt("b SERVER", () -> cloud.lose("b SERVER"));

        assertThat(reaper.reap(ALL).rows()).extracting(Row::outcome).containsExactly(Outcome.GONE);
    }

    @Test
    void a_dry_run_deletes_nothing() {
        thing("b", ResourceType.SERVER, PAST);

        ReapReport report =
                reaper.reap(new ReapRequest(Duration.ZERO, Optional.empty(), 100, true, Duration.ofMinutes(1)));

        assertThat(report.rows()).extracting(Row::outcome).containsExactly(Outcome.DUE);
        assertThat(cloud.ids()).hasSize(1);
    }

    @Test
    void the_young_are_spared_where_an_age_is_asked_for() {
        thing("b", ResourceType.SERVER, PAST);

        assertThat(reaper.reap(olderThan(Duration.ofHours(4))).rows()).isEmpty();
        assertThat(reaper.reap(olderThan(Duration.ofHours(2))).rows()).hasSize(1);
    }

    @Test
    void a_projects_reaper_takes_its_own_and_the_keys_of_its_builds() {
        thing("b", ResourceType.SERVER, PAST);
        cloud.put(ResourceType.KEYPAIR, "its key", Optional.of(new Mark("b", "l1", "", "", PAST)));
        cloud.put(ResourceType.KEYPAIR, "lone key", Optional.of(new Mark("c", "l2", "", "", PAST)));
        cloud.put(ResourceType.SERVER, "foreign", Optional.of(new Mark("d", "l3", "g:other", "", PAST)));

        ReapReport report =
                reaper.reap(new ReapRequest(Duration.ZERO, Optional.of("g:a"), 100, false, Duration.ofMinutes(1)));

        assertThat(report.rows())
                .extracting(row -> row.resource().id())
                .containsExactlyInAnyOrder("b SERVER", "its key");
    }

    @Test
    void a_lone_key_goes_where_all_projects_are_meant() {
        cloud.put(ResourceType.KEYPAIR, "lone key", Optional.of(new Mark("c", "l2", "", "", PAST)));

        assertThat(reaper.reap(ALL).rows()).extracting(Row::outcome).containsExactly(Outcome.DELETED);
    }

    @Test
    void no_more_go_in_a_run_than_asked_for() {
        thing("a", ResourceType.SERVER, PAST);
        thing("b", ResourceType.SERVER, PAST);

        ReapReport report =
                reaper.reap(new ReapRequest(Duration.ZERO, Optional.empty(), 1, false, Duration.ofMinutes(1)));

        assertThat(report.rows()).extracting(Row::outcome).containsExactly(Outcome.DELETED, Outcome.LEFT);
    }

    @Test
    void a_kind_that_may_not_be_listed_does_not_fail_the_others() {
        thing("b", ResourceType.SERVER, PAST);
        cloud.forbid(ResourceType.SECURITY_GROUP);

        ReapReport report = reaper.reap(ALL);

        assertThat(report.rows()).hasSize(1);
        assertThat(report.unreadable()).containsExactly("security groups can't be listed: not allowed");
    }

    @Test
    void where_servers_may_not_be_listed_nobody_knows_what_lives() {
        cloud.forbid(ResourceType.SERVER);
        thing("b", ResourceType.PORT, PAST);

        assertThatThrownBy(() -> reaper.reap(ALL)).hasMessage("not allowed");
        assertThat(cloud.deletes()).isEmpty();
    }

    @Test
    void what_could_not_be_deleted_is_told_with_the_reason() {
        thing("b", ResourceType.PORT, PAST);
        cloud.refuse("b PORT", 10_000);

        assertThat(reaper.reap(ALL).remaining())
                .extracting(NotDeleted::toString)
                .containsExactly("port b PORT: in use");
    }

    @Test
    void the_table_says_what_and_why() {
        thing("b", ResourceType.SERVER, PAST);

        assertThat(reaper.reap(ALL).lines())
                .containsExactly(
                        "KIND    NAME      ID        PROJECT  AGE    EXPIRED SINCE  OUTCOME",
                        "server  b SERVER  b SERVER  g:a      3h 0m  1m 30s         deleted");
    }

    private Resource thing(String build, ResourceType kind, Optional<Instant> expiresAt) {
        String id = build + " " + kind;
        return cloud.put(kind, id, Optional.of(new Mark(build, "launch-of-" + id, "g:a", "here", expiresAt)));
    }

    private static ReapRequest olderThan(Duration age) {
        return new ReapRequest(age, Optional.empty(), 100, false, Duration.ofMinutes(1));
    }
}
