package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.EarlierServers;
import io.github.openstackmaven.plan.NewServer;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.Quota;
import io.github.openstackmaven.plan.Recipe;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpecs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExistingServersTest {
    private static final PlannedServer PLAN = Plans.server("web");
    private static final String SAME = digest(PLAN);

    @Test
    void create_makes_another_whatever_is_there() {
        assertThat(reused(IfExists.CREATE, ours("s1", "ACTIVE", SAME))).isEmpty();
    }

    @Test
    void fail_names_what_is_in_the_way_whoevers_it_is() {
        assertThat(refusal(IfExists.FAIL, foreign("s1"))).hasMessage("There is a server 'web' already: s1");
    }

    @Test
    void a_server_of_another_name_or_one_that_goes_is_in_nobodys_way() {
        Server other = Rehearsal.server("s1", "db", "ACTIVE", marks("g:a", SAME));
        Server gone = Rehearsal.server("s2", "web", "SOFT_DELETED", marks("g:a", SAME));

        for (IfExists policy : IfExists.values()) {
            assertThat(reused(policy, other, gone)).isEmpty();
            assertThat(earlier(policy, other, gone)).isEqualTo(EarlierServers.none());
        }
    }

    @Test
    void reuse_takes_the_server_of_the_same_description() {
        Server server = ours("s1", "ACTIVE", SAME);

        assertThat(reused(IfExists.REUSE, ours("s0", "ACTIVE", "other"), server))
                .contains(server);
    }

    @Test
    void reuse_takes_none_of_another_description_and_says_how_to_go_on() {
        OpenStackException e = refusal(IfExists.REUSE, ours("s1", "ACTIVE", "other"));

        assertThat(e).hasMessage("Server 'web' (s1) can't be reused: it was made from another description");
        assertThat(e.advice()).contains("ifExists=replace");
    }

    @Test
    void reuse_takes_none_that_does_not_run() {
        assertThat(refusal(IfExists.REUSE, ours("s1", "SHUTOFF", SAME)))
                .hasMessage("Server 'web' (s1) can't be reused: it is SHUTOFF");
    }

    @Test
    void reuse_takes_none_that_was_told_the_address_of_one_that_is_made_anew() {
        PlannedServer db = Plans.server("db");
        PlannedServer told = Plans.with(PLAN.spec().toBuilder()
                .options(ServerOptions.builder()
                        .userData(Optional.of(ServerSpecs.userData("#!/bin/sh\necho @{server.db.ip}\n")))
                        .build())
                .build());
        ExistingServers existing =
                ExistingServers.of(IfExists.REUSE, "g:a", List.of(ours("s1", "ACTIVE", digest(told))));

        Plan both = new Plan(List.of(db, told), Recipe.of(List.of()), new Quota(List.of()));
        assertThat(existing.reused(both)).containsOnlyKeys("web");
        Plan anew = new Plan(List.of(db, told), Recipe.of(List.of(db)), new Quota(List.of()));
        assertThatThrownBy(() -> existing.reused(anew))
                .hasMessage("Server 'web' (s1) can't be reused: it was told the address of 'db', which is made anew");
    }

    @Test
    void neither_reuse_nor_replace_touches_what_is_not_this_projects() {
        Server others = Rehearsal.server("s2", "web", "ACTIVE", marks("g:other", SAME));

        assertThat(reused(IfExists.REUSE, foreign("s1"), others)).isEmpty();
        assertThat(earlier(IfExists.REUSE, foreign("s1"), others)).isEqualTo(EarlierServers.none());
        assertThat(earlier(IfExists.REPLACE, foreign("s1"), others)).isEqualTo(EarlierServers.none());
    }

    @Test
    void replace_deletes_all_of_the_name_in_whatever_state() {
        Server one = ours("s1", "ERROR", "other");
        Server two = ours("s2", "ACTIVE", SAME);

        assertThat(earlier(IfExists.REPLACE, one, two).replaced()).containsExactly(one, two);
        assertThat(reused(IfExists.REPLACE, one, two)).isEmpty();
    }

    @Test
    void a_plan_is_told_of_those_that_may_be_taken_whatever_comes_of_it() {
        Server other = ours("s1", "ACTIVE", "other");

        assertThat(earlier(IfExists.REUSE, other).reused()).containsExactly(other);
        assertThat(earlier(IfExists.FAIL, other)).isEqualTo(EarlierServers.none());
        assertThat(earlier(IfExists.CREATE, other)).isEqualTo(EarlierServers.none());
    }

    @Test
    void a_description_has_one_digest_and_another_has_another() {
        PlannedServer other = Plans.with(
                PLAN.spec().toBuilder().metadata(Map.of("role", "db")).build());

        assertThat(digest(Plans.server("web"))).isEqualTo(SAME).matches("3:[0-9a-f]{64}");
        assertThat(digest(Plans.server("web-7"))).isEqualTo(SAME);
        assertThat(digest(other)).isNotEqualTo(SAME);
    }

    private static String digest(PlannedServer plan) {
        return new NewServer(plan, Optional.empty()).digest();
    }

    private static Optional<Server> reused(IfExists policy, Server... servers) {
        Plan plan = new Plan(List.of(PLAN), Recipe.of(List.of()), new Quota(List.of()));
        return Optional.ofNullable(
                ExistingServers.of(policy, "g:a", List.of(servers)).reused(plan).get("web"));
    }

    private static EarlierServers earlier(IfExists policy, Server... servers) {
        return ExistingServers.of(policy, "g:a", List.of(servers)).earlier(List.of(PLAN.spec()));
    }

    private static OpenStackException refusal(IfExists policy, Server... servers) {
        return catchThrowableOfType(OpenStackException.class, () -> reused(policy, servers));
    }

    private static Server ours(String id, String status, String spec) {
        return Rehearsal.server(id, "web", status, marks("g:a", spec));
    }

    private static Server foreign(String id) {
        return Rehearsal.server(id, "web", "ACTIVE", Map.of());
    }

    private static Map<String, String> marks(String project, String spec) {
        Marks marks = new Marks("b0", project, "here", "here", Optional.empty());
        Map<String, String> metadata = new HashMap<>(marks.metadata(marks.next(Optional.empty())));
        metadata.put(NewServer.SPEC, spec);
        return metadata;
    }
}
