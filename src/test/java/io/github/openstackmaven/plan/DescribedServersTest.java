package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    private static ServerSpec in(String group, ServerSpec spec) {
        return spec.toBuilder().relations(new Relations(List.of(group))).build();
    }

    private static DescribedServers described(ServerSpec... specs) {
        return new DescribedServers(List.of(specs));
    }

    private static ServerSpec server(String name) {
        return ServerSpecs.of(name, "debian-12", "m1.tiny", List.of("lan"));
    }
}
