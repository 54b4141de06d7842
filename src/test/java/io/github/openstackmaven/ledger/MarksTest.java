package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarksTest {
    @Test
    void a_server_tells_whose_it_is() {
        assertThat(metadata(Map.of("HOSTNAME", "runner-7")))
                .containsEntry("maven:build", "b1")
                .containsEntry("maven:project", "g:a")
                .containsEntry("maven:host", "runner-7")
                .containsKey("maven:launch")
                .doesNotContainKey("maven:ci-url");
    }

    @Test
    void each_create_has_an_id_of_its_own() {
        Marks marks = Marks.of("b1", "g:a", Path.of("target"), Map.of());

        assertThat(marks.next(Optional.empty()).launch())
                .isNotEqualTo(marks.next(Optional.empty()).launch());
    }

    @Test
    void the_page_of_the_ci_job_is_known_on_gitlab_jenkins_and_github() {
        assertThat(ciUrl(Map.of("CI_JOB_URL", "https://gitlab/jobs/1"))).isEqualTo("https://gitlab/jobs/1");
        assertThat(ciUrl(Map.of("BUILD_URL", "https://jenkins/job/a/1/"))).isEqualTo("https://jenkins/job/a/1/");
        assertThat(ciUrl(Map.of(
                        "GITHUB_SERVER_URL", "https://github.example",
                        "GITHUB_REPOSITORY", "acme/shop",
                        "GITHUB_RUN_ID", "42")))
                .isEqualTo("https://github.example/acme/shop/actions/runs/42");
    }

    private static String ciUrl(Map<String, String> environment) {
        return metadata(environment).get("maven:ci-url");
    }

    private static Map<String, String> metadata(Map<String, String> environment) {
        Marks marks = Marks.of("b1", "g:a", Path.of("target"), environment);
        return marks.metadata(marks.next(Optional.empty()));
    }
}
