package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the runner of GitHub Actions reads of a build's output. */
class GitHubIT {
    @TempDir
    private Path folder;

    @Test
    void an_error_is_a_line_of_its_own_without_mavens_prefix() throws Exception {
        MavenBuild.Result launch = new MavenBuild(folder)
                .pom("<cloud>simulator</cloud>")
                .variable("GITHUB_ACTIONS", "true")
                .run("openstack:launch", "-Dopenstack.image=debain-12");

        assertThat(launch.exitCode()).isNotZero();
        assertThat(launch.log().lines())
                .anyMatch(line -> line.startsWith("::error title=Unknown image 'debain-12'::The nearest "));
    }
}
