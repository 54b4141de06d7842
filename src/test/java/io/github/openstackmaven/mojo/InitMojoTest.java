package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What {@code openstack:init} writes where nobody is asked. */
@MojoTest
class InitMojoTest extends GoalTest {
    private static final String POM = """
            <project>
            \t<artifactId>shop</artifactId>
            </project>
            """;

    @TempDir
    private Path folder;

    private Path pom;

    @BeforeEach
    void aProject(TestInfo test) throws IOException {
        pom = Files.writeString(folder.resolve("pom.xml"), POM);
        say("outputDirectory", folder.resolve("out").toString());
        say("cloud", "simulator");
        if (!test.getTags().contains("no-image")) say("image", "debian-12");
        say("flavor", "m1.small");
        say("networks", "lan");
        say("name", "web");
    }

    @Test
    @InjectMojo(goal = "init", pom = "<project/>")
    void what_is_named_is_written_into_the_pom_and_shown(InitMojo init) throws Exception {
        List<String> told = told(in(init));

        assertThat(pom)
                .content()
                .startsWith("<project>\n\t<artifactId>shop</artifactId>\n\t<build>\n\t\t<plugins>\n")
                .contains(
                        "\t\t\t\t\t<cloud>simulator</cloud> <!-- an OpenStack inside the build -->\n",
                        "\t\t\t\t\t<name>web</name>\n",
                        "\t\t\t\t\t<image>debian-12</image>\n",
                        "\t\t\t\t\t<flavor>m1.small</flavor> <!-- 1 vCPU, 2048 MiB, 20 GiB -->\n",
                        "\t\t\t\t\t\t<network>lan</network>\n")
                .endsWith("\t\t</plugins>\n\t</build>\n</project>\n");
        assertThat(told)
                .contains("To be written to " + pom + ":", "  \t<artifactId>shop</artifactId>", "+ \t<build>")
                .anyMatch(line -> line.startsWith("Written. Next: mvn openstack:check shows"));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "init", pom = "<project/>")
    void in_a_dry_run_it_is_only_shown(InitMojo init) throws Exception {
        say("dryRun", "true");

        assertThat(told(in(init)))
                .contains("+ \t<build>")
                .last()
                .isEqualTo("Nothing is written: openstack.dryRun is set");
        assertThat(pom).hasContent(POM);
    }

    @Test
    @InjectMojo(goal = "init", pom = "<project/>")
    void what_is_unknown_is_told_and_nothing_is_written(InitMojo init) {
        say("image", "debain-12");
        assertThatThrownBy(in(init)::execute).hasMessageStartingWith("Unknown image 'debain-12'");
        assertThat(pom).hasContent(POM);
    }

    @Test
    @InjectMojo(goal = "init", pom = "<project/>")
    @Tag("no-image")
    void what_is_missing_is_told_and_nothing_is_written(InitMojo init) {
        assertThatThrownBy(in(init)::execute).hasMessageStartingWith("No image is named");
        assertThat(pom).hasContent(POM);
    }

    @Test
    @InjectMojo(goal = "init", pom = "<project/>")
    void a_pom_that_has_the_plugin_stays_as_it_is(InitMojo init) throws Exception {
        in(init).execute();
        String once = Files.readString(pom);

        assertThatThrownBy(in(init)::execute).hasMessageStartingWith("The POM has the plugin already, in line 6");
        assertThat(pom).hasContent(once);
    }

    @Test
    @InjectMojo(goal = "init", pom = "<project/>")
    void what_a_parent_declares_is_not_declared_again(InitMojo init) {
        Plugin inherited = new Plugin();
        inherited.setGroupId("io.github.openstackmaven");
        inherited.setArtifactId("openstack-maven-plugin");
        init.project().getBuild().addPlugin(inherited);

        assertThatThrownBy(in(init)::execute)
                .hasMessageStartingWith("The project has the plugin already, from a parent");
        assertThat(pom).hasContent(POM);
    }

    @Test
    @InjectMojo(goal = "init", pom = "<project/>")
    void a_pom_with_modules_is_not_the_place(InitMojo init) throws Exception {
        Files.writeString(pom, "<project><modules><module>a</module></modules></project>");

        assertThatThrownBy(in(init)::execute)
                .hasMessageStartingWith("The POM has modules, and each of them would launch");
    }

    // The harness has set the file of the POM that it was given.
    private InitMojo in(InitMojo init) {
        init.project().setFile(pom.toFile());
        return init;
    }
}
