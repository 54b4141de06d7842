package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.image.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListTablesTest {
    @Test
    void a_server_is_listed_with_the_ci_job_that_launched_it() {
        Server server = Shown.as(Server.class, """
                {"id": "s1", "name": "web", "status": "ACTIVE", "metadata": {"maven:build": "b1", "maven:launch": "l1",
                 "maven:project": "g:a", "maven:ci-url": "https://ci.example/jobs/7"}, "addresses": {}}""");

        assertThat(ListTables.servers(List.of(server), Instant.EPOCH).lines())
                .hasSize(2)
                .anyMatch(line -> line.endsWith("CI JOB"))
                .anyMatch(line -> line.endsWith("  https://ci.example/jobs/7"));
    }

    @Test
    void programs_get_values_as_they_are() throws Exception {
        Server server = Shown.as(Server.class, """
                {"id": "s1", "name": "web", "status": "ACTIVE", "created": "2026-11-29T10:00:00Z", "addresses": {},
                 "metadata": {"maven:build": "b1", "maven:launch": "l1", "maven:project": "g:a",
                 "maven:expires-at": "2026-11-29T12:00:00Z"}}""");

        assertThat(Json.writePretty(
                        ListTables.servers(List.of(server), Instant.EPOCH).things()))
                .isEqualToIgnoringWhitespace("""
                [ {"name": "web", "id": "s1", "status": "ACTIVE", "created": "2026-11-29T10:00:00Z", "project": "g:a",
                 "expiresAt": "2026-11-29T12:00:00Z"} ]""");
    }

    @Test
    void a_prepared_image_is_listed_with_what_it_is_for_and_a_users_snapshot_of_it_is_not() {
        Instant now = Instant.parse("2026-11-29T12:00:00Z");
        String properties = """
                "status": "active", "size": 1048577, "created_at": "2026-11-27T12:00:00Z", "owner": "p1",
                "base_image_ref": "i1", "maven:prepared": "0123456789", "maven:project": "g:a",
                "maven:used-at": "2026-11-29T11:00:00Z", "maven:expires-at": "2026-11-30T12:00:00Z"}""";
        List<Image> images = List.of(
                Shown.as(Image.class, "{\"id\": \"i1\", \"name\": \"debian-12\", \"status\": \"active\"}"),
                Shown.as(Image.class, "{\"id\": \"i2\", \"name\": \"web-prepared-01234567\", " + properties),
                Shown.as(Image.class, "{\"id\": \"i3\", \"name\": \"backup\", " + properties));

        Listing listing = ListTables.prepared(images, Optional.of("p1"), now);

        assertThat(listing.lines()).hasSize(2);
        assertThat(listing.lines().get(1).split("  +"))
                .containsExactly(
                        "web-prepared-01234567",
                        "i2",
                        "active",
                        "2 d 0 h",
                        "1 h 0 min ago",
                        "in 1 d 0 h",
                        "2",
                        "g:a",
                        "debian-12");
        assertThat(ListTables.prepared(images, Optional.of("p2"), now).isEmpty())
                .isTrue();
    }

    @Test
    void a_span_is_told_in_its_two_greatest_units() {
        assertThat(ListTables.span(Duration.ofSeconds(7))).isEqualTo("7 s");
        assertThat(ListTables.span(Duration.ofSeconds(310))).isEqualTo("5 min 10 s");
        assertThat(ListTables.span(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
        assertThat(ListTables.span(Duration.ofHours(76))).isEqualTo("3 d 4 h");
    }
}
