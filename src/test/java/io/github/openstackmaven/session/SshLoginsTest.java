package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.output.LaunchedServer;
import io.github.openstackmaven.pom.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshLoginsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeKeys() throws IOException {
        for (String name : List.of("typed", "of-the-pom")) Files.writeString(folder.resolve(name), "key");
    }

    @Test
    void each_server_is_logged_in_to_with_its_own_key_whatever_the_pom_says_for_all() {
        SshLogins logins = logins(Optional.empty(), Optional.of("of-the-pom"));

        assertThat(logins.of(server(Optional.of("/keys/web"))).keyFile()).isEqualTo(Path.of("/keys/web"));
        assertThat(logins.of(server(Optional.empty())).keyFile()).isEqualTo(folder.resolve("of-the-pom"));
    }

    @Test
    void a_key_on_the_command_line_is_for_all() {
        SshLogins logins = logins(Optional.of("typed"), Optional.of("of-the-pom"));

        assertThat(logins.of(server(Optional.of("/keys/web"))).keyFile()).isEqualTo(folder.resolve("typed"));
    }

    @Test
    void a_key_in_the_users_home_is_looked_for_there() {
        assertThatThrownBy(() ->
                        logins(Optional.empty(), Optional.of("~/no-such-key")).of(server(Optional.empty())))
                .hasMessage("Cannot read <keyFile> " + Path.of(System.getProperty("user.home"), "no-such-key"));
    }

    private SshLogins logins(Optional<String> typed, Optional<String> inThePom) {
        return new SshLogins(Optional.empty(), typed, inThePom, new ProjectFiles(folder));
    }

    private static LaunchedServer server(Optional<String> keyFile) {
        return LaunchedServer.builder("s1", "web", "ACTIVE", new LaunchedServer.Named("f1", "m1.tiny"))
                .ip(Optional.of("10.0.0.5"))
                .user(Optional.of("debian"))
                .keyFile(keyFile)
                .build();
    }
}
