package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What user data may say of other servers. */
class ReferencesTest {

    @Test
    void an_earlier_server_is_referred_to_by_address_and_id() {
        check(server("db", ""), server("web", "@{server.db.ip} @{server.db.id}"));

        assertThat(new References(Map.of("db.ip", "10.0.0.5", "db.id", "s1")).apply("@{server.db.ip} @{server.db.id}"))
                .isEqualTo("10.0.0.5 s1");
    }

    @Test
    void a_later_server_may_be_referred_to_as_well() {
        check(server("web", "@{server.db.ip}"), server("db", ""));
    }

    @Test
    void what_is_no_server_is_told_with_the_nearest() {
        OpenStackException e = refused(server("web", "@{server.bd.ip}"), server("db", ""), server("cache", ""));

        assertThat(e).hasMessage("The user data of server 'web' refers to 'bd', which is no server of this launch");
        assertThat(e.advice()).isEqualTo("The nearest there are: db, cache.");
        assertThat(refused(server("web", "@{server.db.ip}")).advice()).isEqualTo("It is the only one.");
    }

    @Test
    void a_server_does_not_know_its_own_address_before_it_is_there() {
        assertThat(refused(server("db", ""), server("web", "@{server.web.ip}")))
                .hasMessage(
                        "The user data of server 'web' refers to itself, and it has no address before it is created");
    }

    @Test
    void the_name_of_a_count_has_no_single_address() {
        OpenStackException e = refused(server("web-1", ""), server("web-2", ""), server("proxy", "@{server.web.ip}"));

        assertThat(e)
                .hasMessage(
                        "The user data of server 'proxy' refers to 'web', which is the name of several: web-1, web-2");
        assertThat(e.advice()).startsWith("Possible are @{server.web-1.ip}, ");
    }

    @Test
    void a_malformed_one_is_told_with_those_that_are_possible() {
        OpenStackException e = refused(server("db", ""), server("web", "x @{server.db.ipp} y"));

        assertThat(e).hasMessage("Malformed reference @{server.db.ipp} in the user data of server 'web'");
        assertThat(e.advice()).isEqualTo("Possible are @{server.db.ip}, @{server.db.id}.");
    }

    @Test
    void what_means_something_to_a_shell_or_perl_is_none() {
        check(server("web", "@{$list} ${a[@]} user@{host}"));
    }

    private static OpenStackException refused(ServerSpec... specs) {
        return catchThrowableOfType(OpenStackException.class, () -> check(specs));
    }

    private static void check(ServerSpec... specs) {
        new DescribedServers(List.of(specs)).resolved();
    }

    private static ServerSpec server(String name, String userData) {
        return ServerSpecs.of(name, "debian-12", "m1.tiny", List.of("lan")).toBuilder()
                .options(ServerOptions.builder()
                        .userData(Optional.of(ServerSpecs.userData(userData)))
                        .build())
                .build();
    }
}
