package io.github.openstackmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which servers a user's word means. */
class NamedServersTest {

    @Test
    void the_name_that_servers_of_a_count_have_in_common_means_all_of_them() {
        assertThat(servers("db", "web-1", "web-2", "web-10", "webs-1").named("web"))
                .containsExactly("web-1", "web-2", "web-10");
    }

    @Test
    void a_servers_own_name_comes_first() {
        assertThat(servers("web-1", "web", "web-2").named("web")).containsExactly("web");
        assertThat(servers("web-1", "web-1-1", "web-1-2").named("web-1")).containsExactly("web-1");
    }

    @Test
    void the_name_of_a_group_means_all_servers_in_it_and_comes_before_that_of_a_count() {
        NamedServers<String> servers = new NamedServers<>(
                List.of("db", "app", "web-1", "web-2"),
                Function.identity(),
                name -> name.equals("web-1") ? List.of() : List.of("web", "app"));

        assertThat(servers.named("web")).containsExactly("db", "app", "web-2");
        assertThat(servers.named("app")).containsExactly("app");
        assertThat(servers.nearest("wep").limit(1)).containsExactly("web");
    }

    @Test
    void no_count_has_made_what_is_numbered_otherwise() {
        assertThat(servers("web-0", "web-01", "web-a", "-1").named("web")).isEmpty();
        assertThat(servers("-1").named("")).isEmpty();
    }

    @Test
    void who_is_meant_twice_is_there_once_and_the_words_say_the_order() {
        assertThat(servers("db", "web-1", "web-2").named(List.of("web-2", "web", "db"), NamedServersTest::unknown))
                .containsExactly("web-2", "web-1", "db");
    }

    @Test
    void a_word_that_means_nothing_is_an_error_and_the_nearest_can_be_told() {
        NamedServers<String> servers = servers("db", "web-1", "web-2");

        assertThatThrownBy(() -> servers.named(List.of("db", "wbe"), NamedServersTest::unknown))
                .hasMessage("no wbe");
        assertThat(servers.nearest("wbe")).containsExactly("db", "web", "web-1", "web-2");
    }

    private static OpenStackException unknown(String word) {
        return new OpenStackException("no " + word, "");
    }

    private static NamedServers<String> servers(String... names) {
        return new NamedServers<>(List.of(names), Function.identity());
    }
}
