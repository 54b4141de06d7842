package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.simulator.Recorded;
import io.github.openstackmaven.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways a build comes by its login. */
class LoginIT {
    private static final Pattern ENCRYPTED = Pattern.compile("\\{[A-Za-z0-9+/=]+}");

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
    void an_entry_of_clouds_yaml_is_all_a_build_needs() throws Exception {
        MavenBuild build = new MavenBuild(folder).pom("<cloud>lab</cloud>").file("clouds.yaml", cloudsYaml("lab"));

        MavenBuild.Result result = build.run("openstack:launch");

        assertThat(result.log())
                .contains("Cloud " + simulator.authUrl() + ": user demo, project demo, region RegionOne");
        assertThat(result.exitCode()).isZero();
        assertThat(build.output("servers.json")).content().contains("\"status\" : \"ACTIVE\"");
    }

    @Test
    void variables_of_the_environment_are_a_cloud() throws Exception {
        MavenBuild build = new MavenBuild(folder)
                .pom("")
                .variable("OS_AUTH_URL", simulator.authUrl().toString())
                .variable("OS_USERNAME", "demo")
                .variable("OS_PASSWORD", "passw0rd")
                .variable("OS_PROJECT_NAME", "demo")
                .variable("OS_USER_DOMAIN_NAME", "Default")
                .variable("OS_PROJECT_DOMAIN_NAME", "Default");

        assertThat(build.run("openstack:launch").log()).contains("shop: ACTIVE");
    }

    @Test
    void a_login_written_in_the_pom_is_not_mixed_with_the_environments_cloud() throws Exception {
        MavenBuild build = new MavenBuild(folder)
                .pom("""
                        <auth>
                          <authUrl>%s</authUrl>
                          <username>demo</username>
                          <projectName>demo</projectName>
                        </auth>""".formatted(simulator.authUrl()))
                .file("clouds.yaml", cloudsYaml("lab") + "    region_name: Atlantis\n")
                .variable("OS_CLOUD", "lab")
                .variable("OS_PROJECT_ID", "another");

        assertThat(build.run("openstack:launch", "-Dopenstack.auth.password=passw0rd")
                        .log())
                .contains("shop: ACTIVE");
    }

    @Test
    void with_nothing_at_all_the_ways_to_name_a_cloud_are_told() throws Exception {
        MavenBuild.Result result = new MavenBuild(folder).pom("").run("openstack:launch");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.log())
                .contains("No cloud to log in to")
                .contains("clouds.yaml", "<auth>", "OS_AUTH_URL", "-Dopenstack.cloud=simulator")
                .doesNotContain("\tat ");
    }

    @Test
    void a_server_of_settings_xml_holds_the_login_encrypted() throws Exception {
        MavenBuild build = new MavenBuild(folder).pom("""
                <auth>
                  <authUrl>%s</authUrl>
                  <projectName>demo</projectName>
                  <settingsServer>lab</settingsServer>
                </auth>""".formatted(simulator.authUrl()));
        String security = "-Dsettings.security=" + folder.resolve("settings-security.xml");
        String master = encrypted(build.run("--encrypt-master-password", "sesame"));
        build.file("settings-security.xml", "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
        String password = encrypted(build.run(security, "--encrypt-password", "passw0rd"));
        build.settings("""
                <servers>
                  <server>
                    <id>lab</id>
                    <username>demo</username>
                    <password>%s</password>
                    <configuration>
                      <userDomainId>default</userDomainId>
                    </configuration>
                  </server>
                </servers>""".formatted(password));

        MavenBuild.Result result = build.run(security, "openstack:check");

        assertThat(result.log())
                .contains("auth.password *** from server lab of settings.xml")
                .contains("auth.user_domain_id default from server lab of settings.xml")
                .contains("user demo, project demo");
    }

    @Test
    void modules_that_are_built_side_by_side_log_in_once_and_the_end_of_the_build_goes_on_with_that() throws Exception {
        MavenBuild build = new MavenBuild(folder).file("clouds.yaml", cloudsYaml("lab"));
        List<String> modules = List.of("one", "two", "three");
        build.file("pom.xml", parent(modules));
        for (String module : modules) build.file(module + "/pom.xml", module(module));

        MavenBuild.Result result = build.variable(
                        "OS_CLIENT_CONFIG_FILE", folder.resolve("clouds.yaml").toString())
                .run("-T3", "verify");

        assertThat(result.log()).contains("one: ACTIVE", "two: ACTIVE", "three: ACTIVE");
        assertThat(requests("POST", "/auth/tokens")).hasSize(1);
        assertThat(requests("POST", "/servers")).hasSize(3);
        assertThat(requests("DELETE", ""))
                .filteredOn(request -> request.path().contains("/servers/") && request.status() == 204)
                .hasSize(3);
    }

    private List<Recorded> requests(String method, String path) {
        return simulator.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().endsWith(path))
                .toList();
    }

    private String cloudsYaml(String name) {
        return """
                clouds:
                  %s:
                    auth:
                      auth_url: %s
                      username: demo
                      password: passw0rd
                      project_name: demo
                      user_domain_id: default
                      project_domain_id: default
                """.formatted(name, simulator.authUrl());
    }

    private static String encrypted(MavenBuild.Result result) {
        return ENCRYPTED
                .matcher(result.log())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.log()));
    }

    private static String parent(List<String> modules) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """.formatted(String.join(
                "",
                modules.stream()
                        .map(module -> "<module>" + module + "</module>")
                        .toList()));
    }

    private static String module(String name) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.github.openstackmaven</groupId>
                        <artifactId>openstack-maven-plugin</artifactId>
                        <version>%s</version>
                        <executions><execution><goals><goal>launch</goal></goals></execution></executions>
                        <configuration>
                          <cloud>lab</cloud>
                          <image>debian-12</image>
                          <flavor>m1.tiny</flavor>
                          <networks>lan</networks>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(name, MavenBuild.VERSION);
    }
}
