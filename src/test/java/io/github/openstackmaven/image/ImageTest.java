package io.github.openstackmaven.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.http.Json;
import org.junit.jupiter.api.Test;

class ImageTest {

    @Test
    void an_image_may_say_who_logs_in() {
        assertThat(image(", \"os_admin_user\": \"debian\"").adminUser()).contains("debian");
        assertThat(image("").adminUser()).isEmpty();
        assertThat(image(", \"os_admin_user\": null").adminUser()).isEmpty();
    }

    @Test
    void an_image_tells_its_properties_whatever_else_is_new_or_missing() {
        Image queued = Json.answer(
                        "{\"id\": \"i1\", \"name\": \"x\", \"status\": \"queued\", \"min_disk\": 0, \"min_ram\": 0,"
                                + " \"size\": null, \"checksum\": null, \"tags\": [], \"protected\": false,"
                                + " \"maven:prepared\": \"abc\", \"created_at\": \"2026-01-02T03:04:05Z\"}",
                        Image.class)
                .orElseThrow();

        assertThat(queued.property("maven:prepared")).contains("abc");
        assertThat(queued.property("checksum")).isEmpty();
        assertThat(queued.property("none")).isEmpty();
        assertThat(image("").properties()).isEmpty();
    }

    @Test
    void a_kernel_or_a_ramdisk_is_known_by_either_of_its_formats() {
        assertThat(image(", \"disk_format\": \"ami\", \"container_format\": \"ami\"")
                        .whole())
                .isTrue();
        assertThat(image(", \"disk_format\": \"ari\", \"container_format\": \"ari\"")
                        .whole())
                .isFalse();
        assertThat(image(", \"disk_format\": \"aki\", \"container_format\": \"bare\"")
                        .whole())
                .isFalse();
        assertThat(image(", \"disk_format\": null, \"container_format\": null").whole())
                .isTrue();
        assertThat(image("").whole()).as("of Nova's proxy").isTrue();
    }

    private static Image image(String property) {
        return Json.read(
                        "{\"id\": \"i1\", \"name\": \"debian-12\", \"status\": \"active\", \"min_disk\": 0, \"min_ram\": 0,"
                                + " \"created_at\": \"2026-01-02T03:04:05Z\"" + property + "}",
                        Image.class)
                .orElseThrow();
    }
}
