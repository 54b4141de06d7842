package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret in anything that a build writes, with {@code -X} and the trace on. */
class SecretsIT {
    // What Fernet tokens begin with: a version byte of 128 and the high bytes of a date, in Base64.
    private static final String TOKEN = "gAAAAA";

    private Simulator simulator;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        simulator = Simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void neither_password_nor_token_is_written_by_a_launch() throws Exception {
        MavenBuild build = cloudsYaml("passw0rd");

        MavenBuild.Result launch = build.run("-X", "-e", "-Dopenstack.trace", "openstack:check", "openstack:launch");

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.log()).contains("POST " + simulator.authUrl() + "/auth/tokens 201 ");
        assertNothingHolds(build, "passw0rd", TOKEN);
    }

    @Test
    void a_refused_login_does_not_repeat_what_was_wrong() throws Exception {
        MavenBuild build = cloudsYaml("hunter2");

        MavenBuild.Result check = build.run("-X", "-e", "-Dopenstack.trace", "openstack:check");

        assertThat(check.exitCode()).isNotZero();
        assertThat(check.log())
                .contains("Wrong user name or password, or no role in project demo: Keystone refused user demo");
        assertThat(build.output("plan.json"))
                .content()
                .contains("\"auth.password\"", "\"***\"", "\"error\"", "Wrong user name or password");
        assertNothingHolds(build, "hunter2", TOKEN);
    }

    @Test
    void a_password_on_the_command_line_is_not_repeated() throws Exception {
        MavenBuild build = cloudsYaml("hunter2");

        MavenBuild.Result launch =
                build.run("-X", "-Dopenstack.trace", "-Dopenstack.auth.password=passw0rd", "openstack:launch");

        assertThat(launch.log()).contains("shop: ACTIVE");
        assertNothingHolds(build, "passw0rd", TOKEN);
    }

    @Test
    void a_password_in_the_pom_is_warned_of() throws Exception {
        MavenBuild build = cloudsYaml("hunter2").pom("<cloud>lab</cloud><auth><password>passw0rd</password></auth>");

        assertThat(build.run("openstack:launch").log())
                .contains("[WARNING] The password is written in the POM, and Maven prints it with -X");
    }

    private MavenBuild cloudsYaml(String password) throws IOException {
        return new MavenBuild(folder).pom("<cloud>lab</cloud>").file("clouds.yaml", """
                clouds:
                  lab:
                    auth:
                      auth_url: %s
                      username: demo
                      password: %s
                      project_name: demo
                      user_domain_id: default
                      project_domain_id: default
                """.formatted(
                        simulator.authUrl(), password));
    }

    private static void assertNothingHolds(MavenBuild build, String... secrets) throws IOException {
        assertThat(build.written())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(text(file)).doesNotContain(secrets));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
