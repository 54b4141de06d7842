package io.github.openstackmaven.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers whose metadata Nova takes no more, and servers on their way out. */
class ServerResourcesTest {
    private static final Instant SOON = Instant.parse("2026-11-24T12:30:00Z");
    private static final Instant LATER = Instant.parse("2026-11-25T12:00:00Z");
    private static final String MARK =
            "\"maven:build\": \"b1\", \"maven:launch\": \"l1\", \"maven:expires-at\": \"" + SOON + "\"";
    private static final String KEPT = MARK + ", \"maven:expires-in-error\": \"" + LATER + "\"";

    private final ScriptedService nova = new ScriptedService();
    private final ServerResources servers = new ServerResources(new ComputeClient(nova.client(), Optional.empty()));

    @Test
    void one_in_error_that_has_said_from_the_start_what_holds_then_needs_no_renewal() {
        refused(409);
        shown("ERROR", KEPT);

        assertThatCode(() -> servers.renew(server(), Optional.of(LATER))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "BUILD"})
    void one_that_has_not_is_told(String status) {
        refused(409);
        shown(status, status.equals("ERROR") ? MARK : KEPT);

        assertThatThrownBy(() -> servers.renew(server(), Optional.of(LATER))).hasMessageContaining("vm_state");
    }

    @Test
    void another_refusal_is_told_whatever_it_has_said() {
        refused(403);
        shown("ERROR", KEPT);

        assertThatThrownBy(() -> servers.renew(server(), Optional.of(LATER))).hasMessageContaining("vm_state");
        assertThat(nova.sent).containsExactly("POST /servers/s1/metadata");
    }

    @Test
    void what_it_has_said_for_an_error_holds_in_error_alone() {
        shown("ERROR", KEPT);
        shown("ACTIVE", KEPT);

        assertThat(expiry()).contains(LATER);
        assertThat(expiry()).contains(SOON);
    }

    @Test
    void one_in_error_that_has_said_nothing_expires_as_ever() {
        shown("ERROR", MARK);

        assertThat(expiry()).contains(SOON);
    }

    @Test
    void one_that_is_kept_for_ever_in_error_has_no_end() {
        shown("ERROR", MARK + ", \"maven:expires-in-error\": \"never\"");

        assertThat(expiry()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, deleting, deleting",
        "ACTIVE, rebooting, ACTIVE",
        "DELETED, deleting, deleted",
        "SOFT_DELETED, , SOFT_DELETED",
    })
    void its_task_tells_that_it_goes_and_its_status_that_it_is_gone(String status, String task, String told) {
        nova.answers("GET /servers/detail", 200, "{\"servers\": [" + server(status, task, MARK) + "]}");

        assertThat(servers.changedSince(SOON))
                .hasEntrySatisfying("s1", one -> assertThat(one.status()).contains(told));
        assertThat(servers.all()).hasSize(told.equals("deleted") ? 0 : 1);
    }

    @Test
    void what_a_cloud_keeps_of_one_that_is_deleted_goes_by_force() {
        shown("SOFT_DELETED", MARK);
        nova.answers("POST /servers/s1/action", 202, "");

        assertThat(servers.delete(servers.find("s1").orElseThrow())).isTrue();
        assertThat(nova.sent).containsExactly("GET /servers/s1", "POST /servers/s1/action");
    }

    @Test
    void any_other_is_deleted() {
        nova.answers("DELETE /servers/s1", 204, "");

        assertThat(servers.delete(server())).isTrue();
        assertThat(nova.sent).containsExactly("DELETE /servers/s1");
    }

    @Test
    void one_that_is_gone_is_not_found() {
        shown("DELETED", MARK);

        assertThat(servers.find("s1")).isEmpty();
    }

    @Test
    void released_it_loses_the_marks_and_keeps_what_is_its_users() {
        shown("ACTIVE", MARK + ", \"role\": \"db\"");

        servers.release(server());

        assertThat(nova.sent)
                .containsExactlyInAnyOrder(
                        "GET /servers/s1",
                        "DELETE /servers/s1/metadata/maven:build",
                        "DELETE /servers/s1/metadata/maven:launch",
                        "DELETE /servers/s1/metadata/maven:expires-at");
    }

    private Optional<Instant> expiry() {
        return servers.find("s1").flatMap(Resource::mark).flatMap(Mark::expiresAt);
    }

    private void refused(int status) {
        nova.answers("POST /servers/s1/metadata", status, """
                {"conflictingRequest": {"message": "Cannot 'update metadata' while it is in vm_state error"}}""");
    }

    private void shown(String status, String metadata) {
        nova.answers("GET /servers/s1", 200, "{\"server\": " + server(status, "", metadata) + "}");
    }

    private static String server(String status, String task, String metadata) {
        String doing = task == null || task.isEmpty() ? "null" : '"' + task + '"';
        return "{\"id\": \"s1\", \"status\": \"" + status + "\", \"OS-EXT-STS:task_state\": " + doing
                + ", \"metadata\": {" + metadata + "}}";
    }

    private static Resource server() {
        return new Resource(ResourceType.SERVER, "s1", "web", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
