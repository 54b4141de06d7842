package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    void without_a_pom_a_folder_of_a_machine_is_a_project_of_its_own() {
        Marks marks = withoutProject("mine", "runner-7");

        assertThat(marks.project())
                .startsWith("no-pom:")
                .isEqualTo(withoutProject("mine", "runner-7").project());
        assertThat(Mark.inDescription(marks.next(Optional.of(Instant.EPOCH)).description()))
                .hasValueSatisfying(mark -> {
                    assertThat(mark.isOf(marks.project())).isTrue();
                    assertThat(mark.isOf(withoutProject("theirs", "runner-7").project()))
                            .isFalse();
                    assertThat(mark.isOf(withoutProject("mine", "runner-8").project()))
                            .isFalse();
                });
    }

    @Test
    void the_page_of_the_ci_job_is_known_on_gitlab_jenkins_github_and_azure() {
        assertThat(ciUrl(Map.of("CI_JOB_URL", "https://gitlab/jobs/1"))).isEqualTo("https://gitlab/jobs/1");
        assertThat(ciUrl(Map.of("BUILD_URL", "https://jenkins/job/a/1/"))).isEqualTo("https://jenkins/job/a/1/");
        assertThat(ciUrl(Map.of(
                        "GITHUB_SERVER_URL", "https://github.example",
                        "GITHUB_REPOSITORY", "acme/shop",
                        "GITHUB_RUN_ID", "42")))
                .isEqualTo("https://github.example/acme/shop/actions/runs/42");
        assertThat(ciUrl(Map.of(
                        "SYSTEM_COLLECTIONURI", "https://dev.azure.example/acme/",
                        "SYSTEM_TEAMPROJECT", "my shop",
                        "BUILD_BUILDID", "42")))
                .isEqualTo("https://dev.azure.example/acme/my%20shop/_build/results?buildId=42");
    }

    @Test
    void half_of_what_makes_a_page_makes_none() {
        assertThat(metadata(Map.of("GITHUB_RUN_ID", "42", "BUILD_BUILDID", "42", "CI_JOB_URL", " ")))
                .doesNotContainKey("maven:ci-url");
    }

    @Test
    void on_github_and_azure_a_variable_of_the_users_own_is_not_the_page() {
        assertThat(ciUrl(Map.of("BUILD_URL", "mine", "GITHUB_REPOSITORY", "acme/shop", "GITHUB_RUN_ID", "42")))
                .isEqualTo("https://github.com/acme/shop/actions/runs/42");
    }

    private static Marks withoutProject(String folder, String host) {
        return Marks.withoutProject("b1", Path.of(folder), Map.of("HOSTNAME", host));
    }

    private static @Nullable String ciUrl(Map<String, String> environment) {
        return metadata(environment).get("maven:ci-url");
    }

    private static Map<String, String> metadata(Map<String, String> environment) {
        Marks marks = Marks.of("b1", "g:a", Path.of("target"), environment);
        return marks.metadata(marks.next(Optional.empty()));
    }
}
