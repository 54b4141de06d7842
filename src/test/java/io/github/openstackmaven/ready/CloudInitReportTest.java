package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloudInitReportTest {
    @Test
    void done_is_done() {
        assertThat(seen("""
                status: done
                extended_status: done
                boot_status_code: enabled-by-generator
                detail: DataSourceOpenStackLocal [net,ver=2]
                errors: []
                recoverable_errors: {}
                boot-finished
                result:
                {"v1": {"datasource": "DataSourceOpenStackLocal [net,ver=2]", "errors": []}}""")).isEqualTo(Seen.holds("is done"));
    }

    @Test
    void warnings_are_told_and_stop_nothing() {
        assertThat(seen("""
                status: done
                extended_status: degraded done
                recoverable_errors:
                WARNING:
                \t- Failed at merging in cloud config part
                result:""")).isEqualTo(Seen.holds("is done, with warnings"));
    }

    @Test
    void running_is_waited_for() {
        assertThat(seen("status: running\nresult:")).satisfies(seen -> {
            assertThat(seen.state()).isEqualTo(Seen.State.NOT_YET);
            assertThat(seen.words()).isEqualTo("is running");
        });
        assertThat(seen("status: not started\nresult:").state()).isEqualTo(Seen.State.NOT_YET);
    }

    @Test
    void failed_modules_are_named() {
        Seen seen = seen("""
                status: error
                boot-finished
                result:
                {
                 "v1": {
                  "errors": [
                   "('package_update_upgrade_install', ProcessExecutionError('apt-get'))",
                   "failed run of stage modules-final"
                  ]
                 }
                }""");

        assertThat(seen.state()).isEqualTo(Seen.State.NEVER);
        assertThat(seen.words())
                .isEqualTo("failed: module package_update_upgrade_install: ProcessExecutionError('apt-get');"
                        + " failed run of stage modules-final");
    }

    @Test
    void errors_are_taken_from_the_status_where_there_is_no_result_yet() {
        Seen seen = seen("""
                status: error
                extended_status: error - running
                detail: DataSourceNone
                errors:
                \t- ('runcmd', ValueError('x'))
                recoverable_errors: {}
                result:""");

        assertThat(seen.words()).isEqualTo("failed: module runcmd: ValueError('x')");
    }

    @Test
    void a_version_too_old_for_a_status_is_known_by_its_file() {
        assertThat(seen("result:").words()).isEqualTo("has not finished");
        assertThat(seen("boot-finished\nresult:\n{\"v1\": {\"errors\": []}}")).isEqualTo(Seen.holds("has finished"));
        assertThat(seen("boot-finished\nresult:\n{\"v1\": {\"errors\": [\"no luck\"]}}")
                        .words())
                .isEqualTo("failed: no luck");
        assertThat(seen("boot-finished\nresult:\n{\"v1\": {\"err")).isEqualTo(Seen.holds("has finished"));
    }

    @Test
    void an_image_without_it_is_told_and_so_is_one_where_it_is_off() {
        assertThat(seen("absent")).satisfies(seen -> {
            assertThat(seen.state()).isEqualTo(Seen.State.NEVER);
            assertThat(seen.words()).isEqualTo("is not there: the image comes without it");
            assertThat(seen.advice()).contains("<cloudInit>");
        });
        assertThat(seen("status: disabled\nresult:").words()).isEqualTo("is disabled on this image");
    }

    private static Seen seen(String answer) {
        return CloudInitReport.parse(answer.lines().toList()).seen();
    }
}
