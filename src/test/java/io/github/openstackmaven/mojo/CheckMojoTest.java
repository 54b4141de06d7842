package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code openstack:check} leaves in {@code plan.json}. */
@MojoTest
class CheckMojoTest extends GoalTest {
    private static final String POM = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <cloud>simulator</cloud>
                      <name>web</name>
                      <image>debian-12</image>
                      <flavor>m1.small</flavor>
                      <networks>lan</networks>
                      <tags>ci</tags>
                      <interface>internal</interface>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    @TempDir
    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        session.getUserProperties().setProperty("openstack.outputDirectory", folder.toString());
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void the_plan_has_the_bodies_that_a_launch_would_send(CheckMojo check) throws Exception {
        check.execute();

        JsonNode server = plan().at("/requests/0/body/server");
        assertThat(server.get("name").asText()).isEqualTo("web");
        assertThat(server.get("imageRef").asText()).matches("[0-9a-f-]{36}");
        assertThat(server.at("/tags/0").asText()).isEqualTo("ci");
        assertThat(server.at("/networks/0/uuid").asText()).matches("[0-9a-f-]{36}");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void each_setting_has_its_value_and_its_source_and_secrets_have_neither(CheckMojo check) throws Exception {
        check.execute();

        JsonNode settings = plan().get("settings");
        assertThat(settings.at("/auth.username/value").asText()).isEqualTo("demo");
        assertThat(settings.at("/auth.username/source").asText()).isEqualTo("the simulator");
        assertThat(settings.at("/auth.password/value").asText()).isEqualTo("***");
        assertThat(settings.at("/verify/value").isBoolean()).isTrue();
        assertThat(settings.at("/verify/source").asText()).isEqualTo("default");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void the_quota_tells_what_is_used_of_what_there_is(CheckMojo check) throws Exception {
        check.execute();

        JsonNode instances = plan().at("/quota/0");
        assertThat(instances.get("resource").asText()).isEqualTo("instances");
        assertThat(instances.get("used").asInt()).isZero();
        assertThat(instances.get("asked").asInt()).isEqualTo(1);
        assertThat(instances.get("limit").asInt()).isEqualTo(20);
        assertThat(instances.get("left").asInt()).isEqualTo(19);
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void nothing_is_created(CheckMojo check) throws Exception {
        check.execute();

        assertThat(build.simulator().requests())
                .filteredOn(request -> request.method().equals("POST"))
                .singleElement()
                .satisfies(login -> assertThat(login.path()).endsWith("/auth/tokens"));
    }

    @Test
    void what_a_launch_would_do_about_servers_that_are_there_is_told(
            @InjectMojo(goal = "launch", pom = POM) LaunchMojo launch,
            @InjectMojo(goal = "check", pom = POM) CheckMojo check)
            throws Exception {
        launch.execute();

        session.getUserProperties().setProperty("openstack.ifExists", "reuse");
        assertThat(told(check)).anyMatch(line -> line.startsWith("web: there already, would be taken: "));
        assertThat(plan().has("requests")).isFalse();

        session.getUserProperties().setProperty("openstack.ifExists", "replace");
        assertThat(told(check)).anyMatch(line -> line.startsWith("Would be deleted first: server 'web'"));
        assertThat(plan().at("/requests/0/path").asText()).isEqualTo("/servers");

        session.getUserProperties().setProperty("openstack.ifExists", "fail");
        assertThatThrownBy(check::execute).hasMessageStartingWith("There is a server 'web' already");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void settings_are_written_even_when_there_is_no_plan(CheckMojo check) throws Exception {
        session.getUserProperties().setProperty("openstack.image", "debain-12");

        assertThatThrownBy(check::execute).hasMessageStartingWith("Unknown image 'debain-12'");

        assertThat(plan().at("/settings/auth.username/value").asText()).isEqualTo("demo");
        assertThat(plan().get("error").asText()).startsWith("Unknown image 'debain-12'");
        assertThat(plan().has("requests")).isFalse();
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    @MojoParameter(name = "cloud", value = "mine")
    void a_cloud_is_looked_for_in_the_environment_that_maven_was_called_with(CheckMojo check) throws Exception {
        Path clouds = Files.writeString(
                folder.resolve("clouds.yaml"), """
                clouds:
                  mine:
                    auth: {auth_url: "%s", username: demo, password: passw0rd, project_name: demo,
                           user_domain_id: default, project_domain_id: default}
                """.formatted(build.simulator().authUrl()));
        session.getSystemProperties().setProperty("env.OS_CLIENT_CONFIG_FILE", clouds.toString());

        check.execute();

        assertThat(plan().at("/settings/auth.username/source").asText()).contains(clouds.toString());
        assertThat(plan().at("/requests/0/body/server/name").asText()).isEqualTo("web");
    }

    private JsonNode plan() throws IOException {
        return Json.parse(Files.readString(folder.resolve("plan.json"))).orElseThrow();
    }
}
