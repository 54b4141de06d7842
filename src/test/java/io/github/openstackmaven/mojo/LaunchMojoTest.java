package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.simulator.Recorded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the POM and the command line become a launch. */
@MojoTest
class LaunchMojoTest extends GoalTest {
    private static final String NO_CLOUD = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <name>web</name>
                      <image>debian-12</image>
                      <flavor>m1.small</flavor>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";
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
                      <networks>
                        <network>lan</network>
                        <network>private</network>
                      </networks>
                      <metadata>
                        <role>db</role>
                      </metadata>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    private static final String SERVERS = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <cloud>simulator</cloud>
                      <image>
                        <nameRegex>^debian-</nameRegex>
                        <mostRecent>true</mostRecent>
                      </image>
                      <flavor>
                        <minRam>512</minRam>
                      </flavor>
                      <networks>lan</networks>
                      <servers>
                        <server>
                          <name>db</name>
                          <networks>
                            <network>
                              <name>private</name>
                              <tag>inner</tag>
                            </network>
                          </networks>
                        </server>
                        <server>
                          <name>web</name>
                          <count>2</count>
                          <tags><tag/></tags>
                        </server>
                      </servers>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    private static final String ONE_FAILS = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <cloud>simulator</cloud>
                      <image>debian-12</image>
                      <flavor>m1.tiny</flavor>
                      <networks>lan</networks>
                      <servers>
                        <server>
                          <name>fine</name>
                        </server>
                        <server>
                          <name>bad</name>
                          <metadata>
                            <oslab_build_fail>No valid host</oslab_build_fail>
                            <oslab_build_delay>1</oslab_build_delay>
                          </metadata>
                        </server>
                      </servers>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    @Inject
    private MavenProject project;

    @TempDir
    private Path folder;

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void what_the_pom_says_is_what_is_created(LaunchMojo launch) throws Exception {
        launch.execute();

        JsonNode server = created();
        assertThat(server.get("name").asText()).isEqualTo("web");
        assertThat(server.get("networks")).hasSize(2);
        assertThat(server.at("/metadata/role").asText()).isEqualTo("db");
        assertThat(server.get("metadata").has("maven:build")).isTrue();
    }

    @Test
    @InjectMojo(goal = "launch", pom = ONE_FAILS)
    void of_a_launch_that_fails_the_console_of_each_server_is_left(LaunchMojo launch) {
        assertThatThrownBy(launch::execute).hasMessageContaining("No valid host");

        Path folder = Path.of(project.getBuild().getDirectory(), "openstack");
        assertThat(folder.resolve("fine/console.log")).isNotEmptyFile();
        assertThat(folder.resolve("bad/failure.json")).exists();
        assertThat(launch.cloud().compute().all()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "launch", pom = ONE_FAILS)
    void what_is_kept_of_a_launch_that_fails_can_be_reached(LaunchMojo launch) {
        say("keep", "onFailure");

        assertThatThrownBy(launch::execute).hasMessageContaining("No valid host");

        Path folder = Path.of(project.getBuild().getDirectory(), "openstack");
        assertThat(launch.cloud().compute().all()).extracting(Server::name).contains("fine");
        assertThat(folder.resolve("ssh_config")).content().contains("Host fine ");
        assertThat(folder.resolve("servers.json")).content().contains("\"name\" : \"fine\"");
    }

    @Test
    @InjectMojo(goal = "launch", pom = ONE_FAILS)
    void its_timeline_says_what_became_of_each_where_and_by_whom(LaunchMojo launch) {
        assertThatThrownBy(launch::execute).hasMessageContaining("No valid host");

        assertThat(Path.of(project.getBuild().getDirectory(), "openstack/timeline.html"))
                .content()
                .contains("Launch of fine, bad <span class=\"result bad\">FAILED</span>")
                .contains(
                        launch.workspace().module(),
                        "openstack-maven-plugin ",
                        "user demo, project demo",
                        "region RegionOne")
                .contains(">ready, deleted</span>, <a href=\"fine/console.log\">console.log</a>")
                .contains(">failed, deleted</span>");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void where_modules_are_built_side_by_side_each_line_of_a_launch_names_its_module(LaunchMojo launch)
            throws Exception {
        assertThat(told(launch)).anyMatch(line -> line.startsWith("openstack.server.ip = "));

        MavenExecutionRequest request = mock(MavenExecutionRequest.class);
        when(session.getRequest()).thenReturn(request);
        when(request.getDegreeOfConcurrency()).thenReturn(4);
        when(session.getProjects()).thenReturn(List.of(project, new MavenProject()));

        String module = "[" + project.getArtifactId() + "] ";
        assertThat(told(launch))
                .anyMatch(line -> line.startsWith(module + "openstack.server.ip = "))
                .anyMatch(line -> line.startsWith(module + "web: ready after "));
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_console_is_asked_for_only_where_it_is_to_be_shown(LaunchMojo launch) throws Exception {
        launch.execute();
        assertThat(requests("POST", "/action")).isEmpty();

        say("showConsole", "true");
        say("metadata.oslab_build_delay", "1");
        launch.execute();
        assertThat(requests("POST", "/action")).isNotEmpty();
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void two_executions_leave_the_servers_of_both(LaunchMojo launch) throws Exception {
        launch.execute();
        session.getUserProperties().setProperty("openstack.name", "db");
        launch.execute();

        assertThat(project.getProperties().stringPropertyNames())
                .contains("openstack.server.web.id", "openstack.server.db.id");
        assertThat(project.getProperties().getProperty("openstack.server.name")).isEqualTo("web");
        assertThat(project.getProperties().getProperty("openstack.servers.ids").split(","))
                .hasSize(2);
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void the_command_line_wins_over_the_pom(LaunchMojo launch) throws Exception {
        session.getUserProperties().setProperty("openstack.name", "db");
        session.getUserProperties().setProperty("openstack.networks", "lan");

        launch.execute();

        assertThat(created().get("name").asText()).isEqualTo("db");
        assertThat(created().get("networks")).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void the_rest_of_the_build_finds_the_server_in_properties_and_in_a_file(LaunchMojo launch) throws Exception {
        launch.execute();

        assertThat(project.getProperties())
                .containsEntry("openstack.server.name", "web")
                .containsKeys("openstack.server.id", "openstack.server.web.ip", "openstack.servers.ids");
        assertThat(Path.of(project.getBuild().getDirectory(), "openstack", "servers.json"))
                .content()
                .contains(project.getProperties().getProperty("openstack.server.id"));
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void goals_of_one_build_log_in_once(LaunchMojo first) throws Exception {
        first.execute();
        first.execute();

        assertThat(requests("POST", "/auth/tokens")).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    @MojoParameter(name = "timeout", value = "soon")
    void a_malformed_value_fails_before_anything_is_sent(LaunchMojo launch) {
        assertThatThrownBy(launch::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Malformed <timeout>: 'soon' is no duration");
        assertThat(build.simulator().requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void the_simulator_is_as_large_as_the_command_line_says(LaunchMojo launch) {
        say("simulator.quota.instances", "0");

        assertThatThrownBy(launch::execute).hasMessageContaining("quota").hasMessageContaining("instances");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void no_simulator_is_started_that_nobody_can_make_sense_of(LaunchMojo launch) {
        say("simulator.latency", "fast");

        assertThatThrownBy(launch::execute).hasMessageStartingWith("-Dopenstack.simulator.latency is 'fast'");
        say("simulator.latency", "0ms");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_word_that_an_element_does_not_know_is_told_with_those_it_knows(LaunchMojo launch) {
        Map<String, String> wrong = Map.of(
                "keep", "<keep> is 'sometimes'",
                "ifExists", "<ifExists> is 'sometimes'",
                "createAttempts", "<createAttempts> is 'sometimes'",
                "lease", "Malformed <lease>: 'sometimes'",
                "ttl", "Malformed <ttl>: 'sometimes'");
        wrong.forEach((element, message) -> {
            session.getUserProperties().setProperty("openstack." + element, "sometimes");
            assertThatThrownBy(launch::execute).hasMessageStartingWith(message);
            session.getUserProperties().remove("openstack." + element);
        });
        assertThat(build.simulator().requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_server_that_is_there_is_taken_where_that_is_asked_for(LaunchMojo launch) throws Exception {
        launch.execute();
        session.getUserProperties().setProperty("openstack.ifExists", "reuse");
        launch.execute();

        assertThat(requests("POST", "/servers")).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_server_that_is_there_makes_way_where_that_is_asked_for(LaunchMojo launch) throws Exception {
        launch.execute();
        session.getUserProperties().setProperty("openstack.ifExists", "replace");
        launch.execute();

        assertThat(requests("POST", "/servers")).hasSize(2);
        assertThat(build.simulator().requests())
                .filteredOn(request -> request.method().equals("DELETE")
                        && request.path().contains("/servers/")
                        && request.status() == 204)
                .hasSize(1);
    }

    @Test
    @InjectMojo(goal = "launch", pom = NO_CLOUD)
    void an_unknown_element_of_auth_is_named_with_those_there_are(LaunchMojo launch) {
        session.getUserProperties().setProperty("openstack.auth.login", "demo");

        assertThatThrownBy(launch::execute)
                .hasMessageStartingWith("Unknown element <login> in <auth>")
                .hasMessageContaining("authUrl, domainId, domainName");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    @MojoParameter(name = "skip", value = "true")
    void the_command_line_may_undo_the_poms_skip(LaunchMojo launch) throws Exception {
        session.getUserProperties().setProperty("openstack.skip", "false");

        launch.execute();

        assertThat(created().get("name").asText()).isEqualTo("web");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_maps_entries_are_given_one_by_one(LaunchMojo launch) throws Exception {
        session.getUserProperties().setProperty("openstack.metadata.role", "web");

        launch.execute();

        assertThat(created().at("/metadata/role").asText()).isEqualTo("web");
    }

    @Test
    @InjectMojo(goal = "launch", pom = SERVERS)
    void servers_take_what_they_leave_out_from_the_top_level(LaunchMojo launch) throws Exception {
        launch.execute();

        assertThat(requests("POST", "/servers"))
                .extracting(request -> Json.parse(request.body())
                        .orElseThrow()
                        .at("/server/name")
                        .asText())
                .containsExactlyInAnyOrder("db", "web"); // two of these
        assertThat(project.getProperties())
                .containsKeys("openstack.server.db.ip", "openstack.server.web-1.ip", "openstack.server.web-2.ip");
    }

    @Test
    @InjectMojo(goal = "launch", pom = SERVERS)
    void two_servers_of_one_name_are_an_error(LaunchMojo launch) {
        session.getUserProperties().setProperty("openstack.name", "db");
        session.getUserProperties().setProperty("openstack.count", "1");

        assertThatThrownBy(launch::execute).hasMessageStartingWith("Two servers are called 'db'");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    @MojoParameter(name = "skip", value = "true")
    void skip_does_nothing(LaunchMojo launch) throws Exception {
        launch.execute();

        assertThat(build.simulator().requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_job_of_github_finds_the_servers_of_all_launches_in_its_outputs_and_its_summary(LaunchMojo launch)
            throws Exception {
        Path outputs = variable("GITHUB_OUTPUT", folder.resolve("outputs"));
        Path summary = variable("GITHUB_STEP_SUMMARY", folder.resolve("summary"));

        launch.execute();
        say("name", "db");
        say("outputDirectory", folder.resolve("another").toString());
        launch.execute();

        String web = project.getProperties().getProperty("openstack.server.web.id");
        String db = project.getProperties().getProperty("openstack.server.db.id");
        assertThat(Files.readAllLines(outputs))
                .contains("OPENSTACK_SERVERS_IDS=" + web, "OPENSTACK_SERVERS_IDS=" + web + "," + db)
                .contains("OPENSTACK_SERVER_WEB_ID=" + web, "OPENSTACK_SERVER_DB_ID=" + db)
                .doesNotContain("OPENSTACK_SERVER_ID=" + db);
        assertThat(summary).content().containsSubsequence("| web | ready |", "| db | ready |");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void the_summary_of_a_launch_that_fails_has_the_cause_and_the_advice(LaunchMojo launch) throws Exception {
        Path summary = variable("GITHUB_STEP_SUMMARY", folder.resolve("summary"));
        say("image", "debain-12");

        assertThatThrownBy(launch::execute).isInstanceOf(MojoExecutionException.class);

        assertThat(summary)
                .content()
                .contains("failed: Unknown image 'debain\\-12'**")
                .contains("The nearest of the project's images: debian\\-12");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_file_of_the_job_that_can_not_be_written_fails_no_launch(LaunchMojo launch) throws Exception {
        variable("GITHUB_OUTPUT", folder.resolve("no/where"));
        variable("GITHUB_STEP_SUMMARY", folder.resolve("no/where/else"));

        assertThat(told(launch))
                .anyMatch(line -> line.contains("which is GITHUB_OUTPUT"))
                .anyMatch(line -> line.contains("which is GITHUB_STEP_SUMMARY"));
        assertThat(project.getProperties()).containsKey("openstack.server.web.id");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void variables_that_two_servers_would_share_are_told(LaunchMojo launch) throws Exception {
        launch.execute();
        say("name", "Web");

        assertThat(told(launch))
                .contains("Left out of servers.env, since two servers would share it or it is no plain line: "
                        + "OPENSTACK_SERVER_WEB_ID, OPENSTACK_SERVER_WEB_IP");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void in_a_folder_of_its_own_each_server_has_its_variables(LaunchMojo launch) throws Exception {
        launch.execute();
        say("outputDirectory", folder.toString());

        assertThat(told(launch)).noneMatch(line -> line.startsWith("Left out of "));
        assertThat(folder.resolve("servers.env"))
                .content()
                .contains("OPENSTACK_SERVER_WEB_ID=" + project.getProperties().getProperty("openstack.server.id"));
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void the_page_of_the_ci_job_is_marked_on_the_server(LaunchMojo launch) throws Exception {
        session.getSystemProperties().setProperty("env.CI_JOB_URL", "https://gitlab.example/jobs/1");

        launch.execute();

        assertThat(created().at("/metadata/maven:ci-url").asText()).isEqualTo("https://gitlab.example/jobs/1");
    }

    private Path variable(String name, Path file) {
        session.getSystemProperties().setProperty("env." + name, file.toString());
        return file;
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_build_without_tests_launches_nothing_and_says_why(LaunchMojo launch) throws Exception {
        session.getUserProperties().setProperty("skipTests", "true");

        assertThat(told(launch))
                .containsExactly("launch is skipped, since skipTests is set; <skip>false</skip> overrules it");
        assertThat(build.simulator().requests()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    @MojoParameter(name = "skip", value = "false")
    void with_skip_false_a_build_without_tests_launches_all_the_same(LaunchMojo launch) throws Exception {
        session.getUserProperties().setProperty("skipTests", "true");

        launch.execute();

        assertThat(created().get("name").asText()).isEqualTo("web");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void so_it_does_when_the_command_line_says_so(LaunchMojo launch) throws Exception {
        project.getProperties().setProperty("skipITs", "true");
        say("skip", "false");

        launch.execute();

        assertThat(created().get("name").asText()).isEqualTo("web");
    }

    private JsonNode created() {
        List<Recorded> creates = requests("POST", "/servers");
        return Json.parse(creates.get(creates.size() - 1).body()).orElseThrow().get("server");
    }

    private List<Recorded> requests(String method, String path) {
        return build.simulator().requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().endsWith(path))
                .toList();
    }
}
