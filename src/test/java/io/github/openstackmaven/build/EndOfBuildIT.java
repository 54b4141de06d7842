package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.simulator.Fault;
import io.github.openstackmaven.simulator.Recorded;
import io.github.openstackmaven.simulator.Simulator;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a build ends, what it launched is gone when Maven exits. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class EndOfBuildIT {
    private static final int BY_SIGINT = 130;
    private static final int BY_SIGTERM = 143;
    private static final int ACCEPTED = 204;
    private static final String SLOW_BUILD = "<metadata><oslab_build_delay>10</oslab_build_delay></metadata>";

    private Simulator simulator;
    private MavenBuild build;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start();
        build = new MavenBuild(folder).file("clouds.yaml", """
                clouds:
                  lab:
                    auth:
                      auth_url: %s
                      username: demo
                      password: passw0rd
                      project_name: demo
                      user_domain_id: default
                      project_domain_id: default
                """.formatted(simulator.authUrl()));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void success_without_a_delete(boolean extensions) throws Exception {
        build.file("pom.xml", pom("shop", plugin(extensions, "")));

        MavenBuild.Result end = build.run("verify");

        assertThat(end.exitCode()).isZero();
        assertThat(end.log()).containsSubsequence("BUILD SUCCESS", "shop: gone, id ");
        assertThat(logins()).as("a passcode would be good for one").isOne();
        assertThat(marked()).isEmpty();
    }

    @Test
    void success_though_the_ledger_was_cleaned_away_meanwhile() throws Exception {
        MavenBuild.Result end = project("", ant("<delete dir=\"target\"/>")).run("verify");

        assertThat(end.exitCode()).isZero();
        assertThat(end.log()).contains("ledger.json has gone", "shop: gone, id ");
        assertThat(marked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"<echo/>, 0", "<fail/>, 1"})
    void a_jvm_that_lives_on_as_a_daemons(String target, int exitCode) throws Exception {
        RunningMaven maven = project("", ant(target)).startLasting("verify");

        maven.awaitLog(LastingMaven.SESSION_ENDED + exitCode);
        maven.kill();

        assertThat(marked()).isEmpty();
    }

    @Test
    void a_compile_error() throws Exception {
        build.file("src/main/java/Broken.java", "class Broken {");

        assertFails(project("", """
                <plugin>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <version>3.16.0</version>
                  <executions>
                    <execution><phase>integration-test</phase><goals><goal>compile</goal></goals></execution>
                  </executions>
                </plugin>"""));
    }

    @Test
    void a_failing_plugin_between_launch_and_delete() throws Exception {
        assertFails(
                build.file("pom.xml", pom("shop", plugin(false, "").replace("</executions>", """
                <execution><id>delete</id><goals><goal>delete</goal></goals></execution>
                </executions>"""), ant("<fail/>"))));
    }

    @Test
    void a_failing_module_beside_another_that_launches() throws Exception {
        build.file("a/pom.xml", pom("a", plugin(false, ""), ant("<sleep seconds='3'/>")))
                .file("b/pom.xml", pom("b", ant("<sleep seconds='1'/><fail/>")))
                .file("pom.xml", """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>com.example</groupId>
                          <artifactId>shops</artifactId>
                          <version>1</version>
                          <packaging>pom</packaging>
                          <modules><module>a</module><module>b</module></modules>
                        </project>""");

        MavenBuild.Result end = build.run("-T4", "--fail-fast", "verify");

        assertThat(end.exitCode()).isNotZero();
        assertThat(end.log()).contains("a: gone, id ");
        assertThat(marked()).isEmpty();
    }

    @Test
    void an_out_of_memory_error() throws Exception {
        try (RandomAccessFile big = new RandomAccessFile(folder.resolve("big").toFile(), "rw")) {
            big.setLength(1L << 30);
        }
        build.variable("MAVEN_OPTS", "-Xmx160m");

        MavenBuild.Result end =
                project("", ant("<loadfile property='big' srcFile='big'/>")).run("verify");

        assertThat(end.exitCode()).isNotZero();
        assertThat(end.log()).contains("OutOfMemoryError", "shop: gone, id ");
        assertThat(marked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_while_tests_run(String signal, int exitCode) throws Exception {
        RunningMaven maven = project("", ant("<echo>tests run</echo><sleep minutes='10'/>"))
                .start("verify")
                .awaitLog("tests run");

        assertEnds(maven.signal(signal), exitCode);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_while_it_waits_for_servers(String signal, int exitCode) throws Exception {
        RunningMaven maven = project(SLOW_BUILD).start("verify").awaitLog("shop: BUILD");

        assertEnds(maven.signal(signal), exitCode);
    }

    @Test
    void a_signal_while_a_create_is_under_way() throws Exception {
        simulator.fail("POST", ".*/servers", new Fault.Delay(Duration.ofSeconds(5)));
        RunningMaven maven = project("").start("verify");
        awaitRequest("POST", "/servers");

        assertEnds(maven.signal("INT"), BY_SIGINT);
    }

    @Test
    void a_signal_while_several_are_created() throws Exception {
        RunningMaven maven = project("<count>10</count>" + SLOW_BUILD).start("verify");
        awaitRequest("POST", "/servers");

        assertEnds(maven.signal("TERM"), BY_SIGTERM);
    }

    @Test
    void a_second_interrupt_ends_it_at_once_and_says_what_is_left() throws Exception {
        RunningMaven maven = project(
                        "<metadata><oslab_delete_delay>300</oslab_delete_delay></metadata>",
                        ant("<echo>tests run</echo><sleep minutes='10'/>"))
                .start("verify")
                .awaitLog("tests run");

        MavenBuild.Result end =
                maven.signal("INT").awaitLog("deletion accepted").signal("INT").end();

        assertThat(end.exitCode()).isEqualTo(BY_SIGINT);
        assertThat(end.log()).contains("Left behind: server 'shop' (", "Delete it with: openstack server delete ");
    }

    @Test
    void an_interrupt_while_a_session_ends_is_the_first_and_what_is_deleted_is_waited_for() throws Exception {
        MavenBuild.Result end = project("<metadata><oslab_delete_delay>5</oslab_delete_delay></metadata>")
                .start("verify")
                .awaitLog("deletion accepted")
                .signal("INT")
                .end();

        assertThat(end.exitCode()).isEqualTo(BY_SIGINT);
        assertThat(end.log()).doesNotContain("Left behind");
        assertThat(marked()).isEmpty();
    }

    @Test
    void what_does_not_go_in_time_is_told() throws Exception {
        MavenBuild.Result end = project("<metadata><oslab_delete_delay>300</oslab_delete_delay></metadata>")
                .run("verify", "-Dopenstack.endTimeout=2s");

        assertThat(end.exitCode()).isZero();
        assertThat(end.log()).contains("Left behind: server 'shop' (");
    }

    @Test
    void kept_for_a_look_at_it_only_when_the_build_failed() throws Exception {
        project("<keep>onFailure</keep>").run("verify");
        assertThat(marked()).isEmpty();

        MavenBuild.Result failed =
                project("<keep>onFailure</keep>", ant("<fail/>")).run("verify");
        assertThat(failed.log())
                .containsPattern(
                        "Kept, since the build failed: server 'shop' \\(.*mvn openstack:delete -pl [^ ]*:[^ ]* deletes it");
        assertThat(marked())
                .singleElement()
                .matches(server -> server.name().equals("shop"))
                .matches(server -> server.mark().orElseThrow().expiresAt().isEmpty(), "no reaper takes it");
    }

    @Test
    void kept_for_as_long_as_is_asked_for() throws Exception {
        project("<keep>onFailure</keep><ttl>240h</ttl>", ant("<fail/>")).run("verify");

        assertThat(marked())
                .singleElement()
                .extracting(server -> server.mark().orElseThrow().expiresAt().orElseThrow())
                .matches(expiry -> expiry.isAfter(Instant.now().plus(Duration.ofDays(9))));
    }

    @Test
    void what_is_kept_always_stays_unless_its_launch_is_cut_short() throws Exception {
        RunningMaven maven = project("<keep>always</keep>" + SLOW_BUILD).start("verify");
        assertEnds(maven.awaitLog("shop: BUILD").signal("INT"), BY_SIGINT);

        project("<keep>always</keep>", ant("<fail/>")).run("verify");
        assertThat(marked()).extracting(Resource::name).containsExactly("shop");
    }

    private void assertFails(MavenBuild failing) throws Exception {
        MavenBuild.Result end = failing.run("verify");

        assertThat(end.exitCode()).isNotZero();
        assertThat(end.log()).contains("shop: ACTIVE", "shop: gone, id ");
        assertThat(marked()).isEmpty();
    }

    private void assertEnds(RunningMaven maven, int exitCode) throws Exception {
        MavenBuild.Result end = maven.end();

        assertThat(marked()).as(end.log()).isEmpty();
        assertThat(end.exitCode()).isEqualTo(exitCode);
        assertThat(acceptedDeletes()).as("launch and end of build").doesNotHaveDuplicates();
    }

    private List<String> acceptedDeletes() {
        return simulator.requests().stream()
                .filter(one -> one.method().equals("DELETE") && one.path().contains("/servers/"))
                .filter(one -> one.status() == ACCEPTED)
                .map(Recorded::path)
                .toList();
    }

    private long logins() {
        return simulator.requests().stream()
                .filter(one -> one.method().equals("POST") && one.path().endsWith("/auth/tokens"))
                .count();
    }

    private void awaitRequest(String method, String path) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> simulator.requests().stream()
                        .anyMatch(
                                one -> one.method().equals(method) && one.path().endsWith(path)));
    }

    private List<Resource> marked() {
        Settings login = Settings.of(
                Map.of(
                        "auth.auth_url", simulator.authUrl().toString(),
                        "auth.username", "demo",
                        "auth.password", "passw0rd",
                        "auth.project_name", "demo",
                        "auth.user_domain_id", "default",
                        "auth.project_domain_id", "default"),
                new Source.Explicit("the test"));
        CloudResources resources = new CloudResources(Cloud.login(
                new CloudSettings(login, Environment.of(System.getenv())).toCloudConfig(),
                new JdkTransport(Connection.standard()),
                Time.system()));
        return Arrays.stream(ResourceType.values())
                .flatMap(kind -> resources.all(kind).stream())
                .filter(resource -> resource.mark().isPresent())
                .toList();
    }

    private MavenBuild project(String configuration, String... plugins) throws IOException {
        String[] all = new String[plugins.length + 1];
        all[0] = plugin(false, configuration);
        System.arraycopy(plugins, 0, all, 1, plugins.length);
        return build.file("pom.xml", pom("shop", all));
    }

    private static String pom(String artifact, String... plugins) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build><plugins>%s</plugins></build>
                </project>""".formatted(artifact, String.join("", plugins));
    }

    private static String plugin(boolean extensions, String configuration) {
        return """
                <plugin>
                  <groupId>io.github.openstackmaven</groupId>
                  <artifactId>openstack-maven-plugin</artifactId>
                  <version>%s</version>
                  <extensions>%s</extensions>
                  <executions>
                    <execution><id>launch</id><goals><goal>launch</goal></goals></execution>
                  </executions>
                  <configuration>
                    <cloud>lab</cloud>
                    <image>debian-12</image>
                    <flavor>m1.tiny</flavor>
                    <networks>lan</networks>
                    %s
                  </configuration>
                </plugin>""".formatted(MavenBuild.VERSION, extensions, configuration);
    }

    private static String ant(String target) {
        return """
                <plugin>
                  <artifactId>maven-antrun-plugin</artifactId>
                  <version>3.1.0</version>
                  <executions>
                    <execution>
                      <phase>integration-test</phase>
                      <goals><goal>run</goal></goals>
                      <configuration><target>%s</target></configuration>
                    </execution>
                  </executions>
                </plugin>""".formatted(target);
    }
}
