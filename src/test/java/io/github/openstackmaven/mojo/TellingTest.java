package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.openstackmaven.simulator.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals tell and write: what went wrong, never less, and never a secret or what a terminal heeds. */
@MojoTest
class TellingTest extends GoalTest {
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
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    private static final String ECHO = "{\"error\": {\"code\": 400, \"title\": \"Bad Request\", \"message\":"
            + " \"\\u001b]0;owned\\u0007no: {'password': {'user': {'name': 'demo', 'password': 'passw0rd'}}}\"}}";

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void chooseAFolder() {
        say("outputDirectory", folder.toString());
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_timeline_that_can_not_be_written_does_not_hide_the_refused_login(LaunchMojo launch) throws Exception {
        block("timeline.html");
        build.simulator().fail("POST", "/auth/tokens", new Fault.Status(400, Map.of(), ECHO));

        assertThatThrownBy(logging(launch)::execute).hasMessageStartingWith("The identity service says");
        assertThat(log).anyMatch(line -> line.startsWith("Cannot write " + folder.resolve("timeline.html")));
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void reports_that_can_not_be_written_do_not_hide_the_servers_fault(LaunchMojo launch) throws Exception {
        block("timeline.html");
        Files.writeString(folder.resolve("web"), "a file where the folder of the reports would be");
        say("metadata.oslab_build_fail", "the disk is made of cheese");

        assertThatThrownBy(logging(launch)::execute).hasMessageContaining("the disk is made of cheese");
        assertThat(log)
                .anyMatch(line -> line.startsWith("Cannot write " + folder.resolve("web")))
                .noneMatch(line -> line.startsWith("More of web"));
        assertThat(launch.workspace().ledger().entries()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_launch_that_succeeds_succeeds_without_its_timeline(LaunchMojo launch) throws Exception {
        block("timeline.html");

        logging(launch).execute();

        assertThat(folder.resolve("servers.json")).exists();
        assertThat(log).anyMatch(line -> line.startsWith("Cannot write " + folder.resolve("timeline.html")));
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void without_what_other_goals_need_it_fails_and_the_servers_are_on_record(LaunchMojo launch) throws Exception {
        block("servers.json");
        say("keep", "always");

        assertThatThrownBy(logging(launch)::execute)
                .hasMessageStartingWith("Cannot write " + folder.resolve("servers.json"))
                .hasMessageContaining("The servers are launched, and stay until openstack:delete");
        assertThat(launch.workspace().ledger().entries()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void where_nothing_can_be_put_on_record_nothing_is_created(LaunchMojo launch) throws Exception {
        block("ledger-of-" + build.id() + ".json");

        assertThatThrownBy(logging(launch)::execute).hasMessageContaining("ledger-of-");
        assertThat(build.simulator().requests())
                .noneMatch(request ->
                        request.method().equals("POST") && request.path().endsWith("/servers"));
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void a_plan_that_can_not_be_written_does_not_hide_why_there_is_none(CheckMojo check) throws Exception {
        block("plan.json");
        say("image", "debain-12");

        assertThatThrownBy(logging(check)::execute).hasMessageStartingWith("Unknown image 'debain-12'");
        assertThat(log).anyMatch(line -> line.startsWith("Cannot write " + folder.resolve("plan.json")));
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_password_that_keystone_repeats_is_told_and_written_nowhere(LaunchMojo launch) throws Exception {
        MavenExecutionRequest request = mock(MavenExecutionRequest.class);
        when(session.getRequest()).thenReturn(request);
        when(request.isShowErrors()).thenReturn(true);
        build.simulator().fail("POST", "/auth/tokens", new Fault.Status(400, Map.of(), ECHO));

        assertThatThrownBy(logging(launch)::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The identity service says: no: {'password': {'user': {'name': 'demo',"
                        + " 'password': '***'}}}")
                .satisfies(e -> assertThat(trace(e)).contains("Caused by: ").doesNotContain("passw0rd", "\u001b"));
        assertThat(log).noneMatch(line -> line.contains("passw0rd"));
        assertThat(folder.resolve("timeline.html")).content().doesNotContain("passw0rd");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void nor_is_it_in_the_plan(CheckMojo check) throws Exception {
        build.simulator().fail("POST", "/auth/tokens", new Fault.Status(400, Map.of(), ECHO));

        assertThatThrownBy(logging(check)::execute).hasMessageContaining("'***'");
        assertThat(folder.resolve("plan.json")).content().contains("'***'").doesNotContain("passw0rd");
    }

    @Test
    @InjectMojo(goal = "list", pom = POM)
    void names_of_others_images_reach_no_terminal_as_they_are(ListMojo list) throws Exception {
        say("list", "images");
        build.simulator().fail("GET", "/images", answer("""
                        {"images": [{"id": "i1", "name": "a\\u001b[2J\\u009b8m\\u202eb", "status": "active",
                        "created_at": "2026-01-01T00:00:00Z", "min_disk": 0, "min_ram": 0, "visibility": "public"}]}"""));

        logging(list).execute();

        assertThat(log).anyMatch(line -> line.startsWith("a\uFFFDb   i1"));
    }

    @Test
    @InjectMojo(goal = "console", pom = "<project/>")
    void a_console_is_printed_plain_and_saved_as_it_is_but_for_its_secrets(ConsoleMojo console) throws Exception {
        say("cloud", "simulator");
        say("id", "s1");
        build.simulator().fail("GET", "/servers/s1", answer("""
                {"server": {"id": "s1", "name": "web", "status": "ACTIVE", "created": "2026-01-01T00:00:00Z",
                "addresses": {}, "metadata": {}}}"""));
        build.simulator().fail("POST", "/servers/s1/action", answer("""
                {"output": "\\u001b[1mbooting\\u001b[0m\\r\\n\\u001b]0;owned\\u0007password passw0rd\\n"}"""));
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            logging(console).execute();
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("booting\npassword ***\n")
                .doesNotContain("\u001b");
        assertThat(folder.resolve("web/console.log"))
                .content()
                .isEqualTo("\u001b[1mbooting\u001b[0m\r\n\u001b]0;owned\u0007password ***\n");
    }

    private static Fault answer(String json) {
        return new Fault.Status(200, Map.of("Content-Type", "application/json"), json);
    }

    private <T extends OpenStackMojo> T logging(T goal) {
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                log.add(content.toString());
            }

            @Override
            public void warn(CharSequence content) {
                log.add(content.toString());
            }

            @Override
            public void error(CharSequence content) {
                log.add(content.toString());
            }
        });
        return goal;
    }

    /** Root may write everywhere; a folder that isn't empty it can't replace by a file. */
    private void block(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).resolve("in the way"));
    }

    private static String trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
