package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersFileTest {
    private static final LaunchedServer WEB =
            LaunchedServer.of(Examples.withLogin(Examples.launched("s1", "web", "10.0.0.5"), "debian", Path.of("id")));
    private static final LaunchedServer DB = LaunchedServer.of(Examples.launched("s2", "db", "10.0.0.6"));

    @TempDir
    Path folder;

    @Test
    void other_goals_read_what_a_launch_wrote() {
        LaunchedServer elsewhere =
                LaunchedServer.of(Examples.withSshAt(Examples.launched("s3", "app", "10.0.0.7"), 2222));
        ServersFile written = new ServersFile(List.of(WEB, DB, elsewhere));
        written.write(folder);

        assertThat(ServersFile.read(folder)).isEqualTo(written);
        assertThat(elsewhere.port()).contains(2222);
        assertThat(WEB.port()).isEmpty();
    }

    @Test
    void a_launch_of_nothing_is_read_back_too() {
        new ServersFile(List.of()).write(folder);

        assertThat(ServersFile.read(folder).servers()).isEmpty();
    }

    @Test
    void without_a_launch_the_user_is_told_to_run_one() {
        assertThatThrownBy(() -> ServersFile.read(folder))
                .isInstanceOf(OpenStackException.class)
                .hasMessageStartingWith("No server was launched here: there is no " + folder)
                .extracting(e -> ((OpenStackException) e).advice())
                .asString()
                .contains("openstack:launch");
    }

    @Test
    void a_file_that_is_something_else_is_told_as_such() throws IOException {
        Files.writeString(folder.resolve("servers.json"), "{\"servers\": [");

        assertThatThrownBy(() -> ServersFile.read(folder)).hasMessageEndingWith("is not what a launch wrote");
    }

    @Test
    void servers_are_chosen_by_name_or_id() {
        ServersFile file = new ServersFile(List.of(WEB, DB));

        assertThat(file.named(List.of())).containsExactly(WEB, DB);
        assertThat(file.named(List.of("s2", "web"))).containsExactly(DB, WEB);
        assertThatThrownBy(() -> file.named(List.of("wbe")))
                .isInstanceOfSatisfying(
                        OpenStackException.class,
                        e -> assertThat(e.report())
                                .startsWith("No server 'wbe' was launched here")
                                .contains("the nearest first: db, web"));
    }

    @Test
    void servers_are_chosen_by_their_group_which_the_file_knows() {
        LaunchedServer grouped = LaunchedServer.builder("s5", "front", "ACTIVE", WEB.flavor())
                .groups(List.of("app", "blue"))
                .build();
        new ServersFile(List.of(WEB, grouped)).write(folder);

        assertThat(ServersFile.read(folder).named(List.of("blue"))).containsExactly(grouped);
    }

    @Test
    void words_mean_the_servers_that_were_launched_and_else_names_of_others() {
        LaunchedServer grouped = LaunchedServer.builder("s5", "front", "ACTIVE", WEB.flavor())
                .groups(List.of("app"))
                .build();
        new ServersFile(List.of(WEB, grouped)).write(folder);

        assertThat(ServersFile.names(folder, List.of("app", "web", "front", "elsewhere")))
                .containsExactly("front", "web", "elsewhere");
    }

    @Test
    void where_nothing_was_launched_words_are_names() {
        assertThat(ServersFile.names(folder, List.of("web", "app"))).containsExactly("web", "app");
    }

    @Test
    void the_name_that_servers_of_a_count_have_in_common_means_all_of_them() {
        LaunchedServer one =
                LaunchedServer.builder("s3", "app-1", "ACTIVE", WEB.flavor()).build();
        LaunchedServer other =
                LaunchedServer.builder("s4", "app-2", "ACTIVE", WEB.flavor()).build();

        assertThat(new ServersFile(List.of(WEB, one, other)).named(List.of("app", "s3", "web")))
                .containsExactly(one, other, WEB);
    }
}
