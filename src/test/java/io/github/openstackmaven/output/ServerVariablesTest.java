package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The servers as variables that a CI hands on to later jobs. */
class ServerVariablesTest {
    @Test
    void one_server_is_known_by_the_short_names_and_by_its_own() {
        assertThat(of(server("s1", "web", "10.0.0.5")).text()).isEqualTo("""
                        OPENSTACK_SERVERS_IDS=s1
                        OPENSTACK_SERVERS_IPS=10.0.0.5
                        OPENSTACK_SERVER_ID=s1
                        OPENSTACK_SERVER_IP=10.0.0.5
                        OPENSTACK_SERVER_NAME=web
                        OPENSTACK_SERVER_WEB_ID=s1
                        OPENSTACK_SERVER_WEB_IP=10.0.0.5
                        """);
    }

    @Test
    void who_logs_in_and_how_is_told_of_the_first() {
        LaunchedServer web = LaunchedServer.of(
                Examples.withLogin(Examples.launched("s1", "web", "10.0.0.5"), "debian", Path.of("/keys/my id")));

        assertThat(of(web).values())
                .containsEntry("OPENSTACK_SERVER_USER", "debian")
                .containsEntry(
                        "OPENSTACK_SERVER_KEYFILE",
                        Path.of("/keys/my id").toAbsolutePath().toString());
    }

    @Test
    void names_are_of_the_letters_that_shells_and_gitlab_know() {
        assertThat(of(server("s1", "web-1.b é", "10.0.0.5")).values().keySet())
                .contains("OPENSTACK_SERVER_WEB_1_B___IP")
                .allMatch(name -> name.matches("[A-Z0-9_]+"));
    }

    @Test
    void two_servers_that_would_share_a_variable_have_none_and_that_is_told() {
        ServerVariables variables = of(
                server("s1", "web-1", "10.0.0.5"), server("s2", "web.1", "10.0.0.6"), server("s3", "db", "10.0.0.7"));

        assertThat(variables.leftOut()).containsExactly("OPENSTACK_SERVER_WEB_1_ID", "OPENSTACK_SERVER_WEB_1_IP");
        assertThat(variables.values())
                .doesNotContainKey("OPENSTACK_SERVER_WEB_1_IP")
                .containsEntry("OPENSTACK_SERVER_IP", "10.0.0.5")
                .containsEntry("OPENSTACK_SERVER_DB_IP", "10.0.0.7")
                .containsEntry("OPENSTACK_SERVERS_IPS", "10.0.0.5,10.0.0.6,10.0.0.7");
    }

    @Test
    void a_name_can_not_smuggle_in_a_variable() {
        ServerVariables variables = of(server("s1", "web\nPATH=/tmp", "10.0.0.5"));

        assertThat(variables.leftOut()).containsExactly("OPENSTACK_SERVER_NAME");
        assertThat(variables.text().lines()).allMatch(line -> line.startsWith("OPENSTACK_SERVER"));
    }

    @Test
    void without_servers_the_lists_are_empty() {
        assertThat(of().text()).isEqualTo("OPENSTACK_SERVERS_IDS=\nOPENSTACK_SERVERS_IPS=\n");
    }

    private static ServerVariables of(LaunchedServer... servers) {
        return new ServerVariables(Arrays.asList(servers));
    }

    private static LaunchedServer server(String id, String name, String ip) {
        return LaunchedServer.of(Examples.launched(id, name, ip));
    }
}
