package io.github.openstackmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is advised comes from what the service says, never from a status alone. */
class HttpStatusExceptionTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Policy doesn't allow os_compute_api:servers:create:attach_network to be performed.
            rule:create_floatingip is disallowed by policy
            You are not authorized to complete this action.
            """)
    void a_refusal_by_policy_is_one_of_the_users_roles(String words) {
        assertThat(advice(403, words)).contains("roles");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Only volume-backed servers are allowed for flavors with zero disk.
            Block migration can not be done
            """)
    void another_refusal_is_not(String words) {
        assertThat(advice(403, words)).contains("openstack:check").doesNotContain("roles");
    }

    @Test
    void each_services_word_of_its_quota_is_known() {
        assertThat(advice(403, "Quota exceeded for instances: Requested 1, but already used 20 of 20 instances"))
                .contains("operator for quota");
        assertThat(advice(409, "Quota exceeded for resources: ['port'].")).contains("operator for quota");
        assertThat(advice(413, "VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded for quota"))
                .contains("operator for quota");
        assertThat(advice(
                        413,
                        "VolumeSizeExceedsLimit: Requested volume size 2G is larger than maximum allowed limit 1G."))
                .contains("operator for quota");
        assertThat(advice(413, "SnapshotLimitExceeded: Maximum number of snapshots allowed (10) exceeded"))
                .contains("operator for quota");
        assertThat(advice(403, "Maximum number of ports exceeded")).contains("operator for quota");
        assertThat(advice(403, "Project p1 is over a limit for [Resource class:VCPU is over limit of 4 due to ...]"))
                .contains("operator for quota");
        assertThat(advice(500, "Unexpected API Error. <class 'glanceclient.exc.HTTPOverLimit'>"))
                .contains("operator for quota");
    }

    @ParameterizedTest
    @CsvSource({
        "500, true",
        "502, true",
        "503, true",
        "429, true",
        "408, true",
        "501, false",
        "403, false",
        "406, false"
    })
    void what_a_service_has_not_learnt_does_not_pass_and_what_ails_it_does(int status, boolean passing) {
        assertThat(refusal(status, "no").mayPass()).isEqualTo(passing);
    }

    private static String advice(int status, String words) {
        return refusal(status, words).advice();
    }

    private static HttpStatusException refusal(int status, String words) {
        Request request = new Request("POST", URI.create("http://cloud/servers"), Map.of(), Optional.empty());
        String body = "{\"forbidden\": {\"message\": \"" + words + "\"}}";
        Response response = new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
        return new HttpStatusException("compute", request, response);
    }
}
