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
        References.check(List.of(server("db", ""), server("web", "@{server.db.ip} @{server.db.id}")));

        assertThat(new References(Map.of("db.ip", "10.0.0.5", "db.id", "s1")).apply("@{server.db.ip} @{server.db.id}"))
                .isEqualTo("10.0.0.5 s1");
    }

    @Test
    void a_later_server_is_none_to_refer_to() {
        OpenStackException e = refused(server("web", "@{server.db.ip}"), server("db", ""));

        assertThat(e).hasMessage("The user data of server 'web' refers to 'db', which is no server before it");
        assertThat(e.advice()).isEqualTo("It is the first: put the other before it.");
    }

    @Test
    void a_malformed_one_is_told_with_those_that_are_possible() {
        OpenStackException e = refused(server("db", ""), server("web", "x @{server.db.ipp} y"));

        assertThat(e).hasMessage("Malformed reference @{server.db.ipp} in the user data of server 'web'");
        assertThat(e.advice()).isEqualTo("Possible are @{server.db.ip}, @{server.db.id}.");
    }

    @Test
    void what_means_something_to_a_shell_or_perl_is_none() {
        References.check(List.of(server("web", "@{$list} ${a[@]} user@{host}")));
    }

    private static OpenStackException refused(ServerSpec... specs) {
        return catchThrowableOfType(OpenStackException.class, () -> References.check(List.of(specs)));
    }

    private static ServerSpec server(String name, String userData) {
        return ServerSpecs.of(name, "debian-12", "m1.tiny", List.of("lan")).toBuilder()
                .options(ServerOptions.builder()
                        .userData(Optional.of(ServerSpecs.userData(userData)))
                        .build())
                .build();
    }
}
