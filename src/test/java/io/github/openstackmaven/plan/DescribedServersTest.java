package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What servers that are described together may say of each other. */
class DescribedServersTest {

    @Test
    void a_group_that_is_called_like_a_server_is_told() {
        assertThatThrownBy(() -> described(in("app", server("web")), server("app")))
                .hasMessage("Server 'web' is in group 'app', and a server is called so too");
    }

    @Test
    void a_group_may_have_the_name_that_servers_of_a_count_have_in_common() {
        assertThat(described(in("web", server("web-1")), in("web", server("web-2"))))
                .hasToString("web-1, web-2");
    }

    @Test
    void a_group_is_called_as_ansible_can_call_it() {
        for (String wrong : List.of("all", "ungrouped", "a b", "1st", "a:b", "a.b", "")) {
            assertThatThrownBy(() -> in(wrong, server("web"))).as(wrong).hasMessage("<group> is '" + wrong + "'");
        }
        assertThat(in("app-2_b", server("web")).relations().groups()).containsExactly("app-2_b");
    }

    @Test
    void what_a_server_is_to_others_is_no_part_of_what_it_was_made_from() {
        PlannedServer plain = PlannedServers.plain();
        ServerSpec related = in("app", plain.spec());

        assertThat(PlannedServers.create(plain.with(related)).digest())
                .isEqualTo(PlannedServers.create(plain).digest());
    }

    @Test
    void who_depends_on_a_group_or_a_count_depends_on_each_server_of_it() {
        List<ServerSpec> specs = described(
                        depending("proxy", "web", "cache"),
                        server("web-1"),
                        server("web-2"),
                        in("cache", server("redis")))
                .resolved()
                .all();

        assertThat(specs.get(0).relations().dependsOn()).containsExactly("web-1", "web-2", "redis");
    }

    @Test
    void who_waits_comes_after_the_one_it_waits_for_and_all_others_stay_where_they_are() {
        DescribedServers described = described(
                        depending("proxy", "web"),
                        server("log"),
                        depending("web-1", "db"),
                        depending("web-2", "db"),
                        server("db"),
                        server("last"))
                .resolved();

        assertThat(described.inOrder())
                .extracting(ServerSpec::name)
                .containsExactly("log", "db", "web-1", "web-2", "proxy", "last");
    }

    @Test
    void what_is_no_server_is_told_with_the_nearest() {
        assertThatThrownBy(() -> described(depending("web", "bd"), server("db")).resolved())
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).isEqualTo("The nearest there are: db."))
                .hasMessage("Server 'web' depends on 'bd', which is no server of this launch");
    }

    @Test
    void none_waits_for_itself() {
        assertThatThrownBy(() -> described(depending("web", "web")).resolved())
                .hasMessage("Server 'web' depends on itself");
        assertThatThrownBy(() -> described(depending("web-1", "web"), depending("web-2", "web"))
                        .resolved())
                .hasMessage("Server 'web-1' depends on itself: 'web' means web-1, web-2");
    }

    @Test
    void none_waits_for_one_that_waits_for_it() {
        assertThatThrownBy(() -> described(depending("a", "b"), depending("b", "c"), depending("c", "b"))
                        .resolved())
                .hasMessage("Servers wait for each other: 'b' for 'c', 'c' for 'b'");
        assertThatThrownBy(() -> described(depending("db", "web"), telling("web", "@{server.db.ip}"))
                        .resolved())
                .hasMessage("Servers wait for each other: 'db' for 'web', 'web' for 'db'");
    }

    @Test
    void what_is_said_of_all_servers_is_not_meant_for_those_that_it_names() {
        Relations all = new Relations(List.of(), List.of("db", "cache"), true);

        assertThat(described(with(all, "db-1"), with(all, "db-2"), with(all, "cache"), with(all, "web"))
                        .resolved()
                        .all())
                .extracting(spec -> spec.relations().dependsOn())
                .containsExactly(List.of(), List.of(), List.of(), List.of("db-1", "db-2", "cache"));
    }

    @Test
    void servers_that_depend_on_different_ones_are_no_one_create() {
        PlannedServer plain = PlannedServers.plain();
        NewServer one = PlannedServers.create(plain.with(depending("web-1", "db")));
        NewServer alike = PlannedServers.create(plain.with(depending("web-2", "db")));
        NewServer other = PlannedServers.create(plain.with(depending("web-2", "cache")));

        assertThat(NewServers.among(List.of(one, alike))).hasSize(1);
        assertThat(NewServers.among(List.of(one, other))).isEmpty();
    }

    @Test
    void a_recipe_makes_who_waits_after_the_one_it_waits_for() {
        PlannedServer plain = PlannedServers.plain();
        Recipe recipe = Recipe.of(List.of(plain.with(depending("web", "db")), plain.with(server("db"))));

        assertThat(recipe.creates()).extracting(Create::name).containsExactly("db", "web");
    }

    @Test
    void some_are_chosen_by_name_group_or_count_and_stay_in_their_order() {
        DescribedServers described =
                described(server("web-1"), in("app", server("cache")), server("web-2"), server("db"));

        assertThat(described.chosen(List.of("app", "web")))
                .extracting(ServerSpec::name)
                .containsExactly("web-1", "cache", "web-2");
        assertThat(described.chosen(List.of())).isEqualTo(described.all());
    }

    @Test
    void who_is_chosen_and_not_described_is_told_with_the_nearest() {
        assertThatThrownBy(() -> described(server("web-1"), server("db")).chosen(List.of("wbe")))
                .hasMessage("-Dopenstack.servers names 'wbe', which is no server that is described")
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).startsWith("The nearest there are: "));
    }

    @Test
    void who_waits_for_one_that_is_left_out_is_told_with_all_that_it_takes() {
        DescribedServers described = described(
                        depending("web-1", "db"), telling("db", "@{server.log.ip}"), server("log"), server("other"))
                .resolved();

        assertThatThrownBy(() -> described.chosen(List.of("web")))
                .hasMessage("Server 'web-1' waits for 'db', which -Dopenstack.servers leaves out")
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.advice()).isEqualTo("Launch it too: -Dopenstack.servers=web,db,log"));
        assertThat(described.chosen(List.of("web", "db", "log"))).hasSize(3);
    }

    private static ServerSpec depending(String name, String... others) {
        return with(new Relations(List.of(), List.of(others), false), name);
    }

    private static ServerSpec telling(String name, String userData) {
        return server(name).toBuilder()
                .options(ServerOptions.builder()
                        .userData(Optional.of(ServerSpecs.userData(userData)))
                        .build())
                .build();
    }

    private static ServerSpec with(Relations relations, String name) {
        return server(name).toBuilder().relations(relations).build();
    }

    private static ServerSpec in(String group, ServerSpec spec) {
        return spec.toBuilder()
                .relations(new Relations(List.of(group), List.of(), false))
                .build();
    }

    private static DescribedServers described(ServerSpec... specs) {
        return new DescribedServers(List.of(specs));
    }

    private static ServerSpec server(String name) {
        return ServerSpecs.of(name, "debian-12", "m1.tiny", List.of("lan"));
    }
}
