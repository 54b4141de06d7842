package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one run of Maven launched, another deletes. */
class DeleteIT {
    private Simulator simulator;
    private MavenBuild build;

    @TempDir
    private Path folder;

    @BeforeEach
    void describe() throws Exception {
        simulator = Simulator.start();
        build = new MavenBuild(folder).pom("<cloud>lab</cloud>").file("clouds.yaml", """
                clouds:
                  lab:
                    auth:
                      auth_url: %s
                      username: demo
                      password: passw0rd
                      project_name: demo
                      user_domain_id: default
                      project_domain_id: default
                """.formatted(
                        simulator.authUrl()));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_later_run_deletes_what_an_earlier_one_launched() throws Exception {
        build.run("openstack:launch");

        MavenBuild.Result delete = build.run("openstack:delete");

        assertThat(delete.exitCode()).isZero();
        assertThat(delete.log()).contains("shop: gone, id ");
        assertThat(build.run("openstack:delete").log()).contains("Nothing to delete");
    }

    @Test
    void after_a_clean_what_an_earlier_run_launched_is_found_by_its_marks() throws Exception {
        build.run("openstack:launch");
        Files.delete(build.output("ledger.json"));

        assertThat(build.run("openstack:delete").log()).contains("shop: gone, id ");
    }

    @Test
    void without_its_ledger_a_server_is_deleted_by_name() throws Exception {
        build.run("openstack:launch");
        Files.delete(build.output("ledger.json"));

        assertThat(build.run("openstack:delete", "-Dopenstack.name=shop").log()).contains("shop: gone, id ");
    }

    @Test
    void what_does_not_say_what_is_meant_deletes_nothing() throws Exception {
        build.green("openstack:launch");

        for (String meant : List.of("-Dopenstack.name=", "-Dopenstack.on=shop", "-Dopenstack.nmae=shop")) {
            assertThat(build.run("openstack:delete", meant))
                    .as(meant)
                    .satisfies(end -> assertThat(end.exitCode()).isNotZero())
                    .satisfies(end -> assertThat(end.log()).doesNotContain("gone"));
        }
        assertThat(build.green("openstack:delete", "-Dopenstack.servers=shop").log())
                .contains("shop: gone, id ");
    }

    @Test
    void in_a_reactor_what_is_named_is_deleted_once_and_no_other_module_misses_it() throws Exception {
        build.file(
                        "pom.xml",
                        Files.readString(folder.resolve("pom.xml"))
                                .replace("<build>", "<modules><module>part</module></modules><build>"))
                .file("part/pom.xml", """
                        <project>
                          <modelVersion>4.0.0</modelVersion>
                          <parent><groupId>com.example</groupId><artifactId>shop</artifactId><version>1</version></parent>
                          <artifactId>part</artifactId>
                        </project>
                        """);
        build.green("-N", "openstack:launch");

        assertThat(build.green("openstack:delete", "-Dopenstack.name=shop").log())
                .containsOnlyOnce("shop: gone, id ")
                .containsOnlyOnce(":delete (default-cli)");
    }

    @Test
    void what_is_named_and_can_not_be_deleted_fails_the_build_unless_told_not_to() throws Exception {
        MavenBuild.Result named = build.run("openstack:delete", "-Dopenstack.name=nobody");
        MavenBuild.Result told =
                build.run("openstack:delete", "-Dopenstack.name=nobody", "-Dopenstack.failOnError=false");

        assertThat(named.exitCode()).isNotZero();
        assertThat(told.exitCode()).isZero();
        assertThat(told.log()).contains("[ERROR] No server 'nobody' in this project");
    }

    @Test
    void without_a_login_what_is_left_is_named_with_the_command_that_removes_it() throws Exception {
        build.run("openstack:launch");
        Files.delete(folder.resolve("clouds.yaml"));
        build.pom("");

        MavenBuild.Result delete = build.run("openstack:delete");

        assertThat(delete.exitCode()).isZero();
        assertThat(delete.log())
                .contains("[ERROR] No cloud to log in to")
                .contains("[ERROR] On record: shop, openstack server delete ");
    }

    @Test
    void a_server_without_an_image_is_told_so() throws Exception {
        build.file("pom.xml", Files.readString(folder.resolve("pom.xml")).replace("<image>debian-12</image>", ""));

        assertThat(build.run("openstack:launch").log()).contains("Incomplete server: no image");
    }
}
