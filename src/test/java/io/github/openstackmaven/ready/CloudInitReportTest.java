package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CloudInitReportTest {
    private static final String RUNNING = """
            --- status.json
            {"v1": {"datasource": "DataSourceOpenStack", "stage": "modules-config",
              "init": {"errors": [], "start": 1.5, "finished": 2.5},
              "modules-config": {"errors": [], "start": 3.5, "finished": null}}}
            """;
    private static final String DONE = RUNNING + """
            --- status.json
            {"v1": {"datasource": "DataSourceOpenStack", "stage": null,
              "modules-final": {"errors": [], "recoverable_errors": {}, "start": 3.5, "finished": 4.5}}}
            --- result.json
            {"v1": {"datasource": "DataSourceOpenStack", "errors": []}}
            """;

    @Test
    void its_result_is_its_end() {
        assertThat(seen(DONE)).isEqualTo(ProbeResult.holds("is done"));
        assertThat(seen("--- result.json")).isEqualTo(ProbeResult.holds("is done"));
    }

    @Test
    void warnings_are_told_and_stop_nothing() {
        assertThat(seen(DONE.replace(
                        "\"recoverable_errors\": {}",
                        "\"recoverable_errors\": {\"WARNING\": [\"Failed at merging in cloud config part\"]}")))
                .isEqualTo(ProbeResult.holds("is done, with warnings"));
    }

    @Test
    void running_is_waited_for_and_told_with_its_stage() {
        assertThat(seen(RUNNING).state()).isEqualTo(ProbeResult.State.NOT_YET);
        assertThat(seen(RUNNING).words()).isEqualTo("is running (modules-config)");
        assertThat(seen("--- status.json\n{\"v1\": {\"stage\": null}}").words()).isEqualTo("is running");
        assertThat(seen("--- status.json\n").words()).isEqualTo("has not begun");
    }

    @Test
    void failed_modules_are_named() {
        ProbeResult seen = seen("""
                --- result.json
                {
                 "v1": {
                  "errors": [
                   "('package_update_upgrade_install', ProcessExecutionError('apt-get'))",
                   "failed run of stage modules-final"
                  ]
                 }
                }""");

        assertThat(seen.state()).isEqualTo(ProbeResult.State.NEVER);
        assertThat(seen.words())
                .isEqualTo("failed: module package_update_upgrade_install: ProcessExecutionError('apt-get');"
                        + " failed run of stage modules-final");
    }

    @Test
    void an_error_is_told_though_later_stages_still_run() {
        ProbeResult seen = seen("""
                --- status.json
                {"v1": {"stage": "modules-final", "modules-config": {"errors": ["('runcmd', ValueError('x'))"]}}}""");

        assertThat(seen).satisfies(one -> assertThat(one.state()).isEqualTo(ProbeResult.State.NEVER));
        assertThat(seen.words()).isEqualTo("failed: module runcmd: ValueError('x')");
    }

    @Test
    void what_its_command_says_counts_where_there_are_no_files() {
        assertThat(seen("--- cloud-init status\nstatus: done\nextended_status: degraded done"))
                .isEqualTo(ProbeResult.holds("is done, with warnings"));
        assertThat(seen("--- cloud-init status\nstatus: not run").words()).isEqualTo("is not run");
        assertThat(seen("--- cloud-init status\nstatus: error").words()).isEqualTo("failed: it does not say why");
        assertThat(seen("""
                        --- cloud-init status
                        status: error
                        extended_status: error - running
                        detail: DataSourceNone
                        errors:
                        \t- ('runcmd', ValueError('x'))
                        recoverable_errors: {}""").words()).isEqualTo("failed: module runcmd: ValueError('x')");
        assertThat(seen("--- cloud-init status\nstatus: error\ndetail:\n('scripts_user', RuntimeError('y'))")
                        .words())
                .isEqualTo("failed: module scripts_user: RuntimeError('y')");
    }

    @Test
    void a_version_too_old_for_a_status_is_known_by_its_file() {
        assertThat(seen("--- status.json\n--- cloud-init status").words()).isEqualTo("has not begun");
        assertThat(seen("--- status.json\n--- boot-finished\n--- cloud-init status"))
                .isEqualTo(ProbeResult.holds("has finished"));
        assertThat(seen("--- boot-finished\n--- cloud-init status\nstatus: running")
                        .words())
                .isEqualTo("is running");
    }

    @Test
    void an_image_without_it_is_told_and_so_is_one_where_it_is_off() {
        assertThat(seen("--- absent")).satisfies(seen -> {
            assertThat(seen.state()).isEqualTo(ProbeResult.State.NEVER);
            assertThat(seen.words()).isEqualTo("is not there: the image comes without it");
            assertThat(seen.advice()).contains("<cloudInit>");
        });
        assertThat(seen("--- disabled").words()).isEqualTo("is disabled on this image");
        assertThat(seen("--- cloud-init status\nstatus: disabled").words()).isEqualTo("is disabled on this image");
    }

    @Test
    void an_answer_of_another_shape_is_quoted_and_asked_for_again() {
        ProbeResult seen = seen("Please login as the user \"ubuntu\" rather than the user \"root\".\n\n  \n");

        assertThat(seen.state()).isEqualTo(ProbeResult.State.NOT_YET);
        assertThat(seen.words())
                .isEqualTo("can't be asked: Please login as the user \"ubuntu\" rather than the user \"root\".");
        assertThat(seen("").words()).isEqualTo("can't be asked");
    }

    @Test
    void whatever_it_answers_something_is_seen() {
        Random random = new Random(23);
        List<String> seeds = List.of(DONE, "--- cloud-init status\nstatus: error\nerrors:\n - x\n", "--- disabled");
        List<String> odd = List.of(
                "null",
                "[]",
                "{",
                "}",
                "\"",
                "1e999",
                "NaN",
                "\n",
                "--- ",
                "\t",
                "\u0000",
                "\u001b[2J",
                "[".repeat(2000),
                "\"errors\": {\"a\": [null, 7]}",
                "\"recoverable_errors\": 3",
                "\"stage\": {\"x\": 1}",
                "status: \n");
        for (int run = 0; run < 3000; run++) {
            StringBuilder answer = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int change = random.nextInt(8); change >= 0; change--) {
                int at = random.nextInt(answer.length() + 1);
                int end = Math.min(answer.length(), at + random.nextInt(12));
                answer.replace(at, end, odd.get(random.nextInt(odd.size())));
            }
            List<String> lines = new ArrayList<>(Arrays.asList(answer.toString().split("\n", -1)));
            assertThat(CloudInitReport.parse(lines).seen(true).words()).isNotBlank();
        }
    }

    private static ProbeResult seen(String answer) {
        return CloudInitReport.parse(answer.lines().toList()).seen(true);
    }
}
