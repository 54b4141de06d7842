package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.image.Image;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which images a server has room for, and which image will do for several servers. */
class BootDiskTest {
    private static final BootDisk SMALL = disk(false, 10);
    private static final BootDisk LARGE = disk(false, 20);
    private static final BootDisk VOLUME = disk(true, 15);

    private static BootDisk disk(boolean volume, int size) {
        return new BootDisk(volume, size, Optional.empty());
    }

    @Test
    void an_image_of_a_volume_of_another_type_is_not_taken() {
        BootDisk fast = new BootDisk(true, 15, Optional.of("ssd"));
        Image ofFast = ofVolume(15, ", \"maven:volume-type\": \"ssd\"");

        assertThat(fast.takes(ofFast)).isTrue();
        assertThat(fast.takes(ofVolume(15))).isFalse();
        assertThat(VOLUME.takes(ofFast)).isFalse();
        assertThat(fast.takesImageOf(fast)).isTrue();
        assertThat(fast.takesImageOf(VOLUME)).isFalse();
        assertThat(fast.takesImageOf(SMALL)).as("an image of no volume").isTrue();
        assertThat(fast.takes(demanding(15))).isTrue();
    }

    @Test
    void an_image_that_demands_more_than_there_is_is_not_taken() {
        assertThat(SMALL.takes(demanding(10))).isTrue();
        assertThat(SMALL.takes(demanding(11))).isFalse();
        assertThat(VOLUME.takes(demanding(15))).isTrue();
        assertThat(VOLUME.takes(demanding(16))).isFalse();
    }

    @Test
    void an_image_demands_what_its_file_is_written_out() {
        Image qcow2 = Shown.as(Image.class, """
                {"id": "i", "name": "i", "status": "active", "min_disk": 0, "size": 262144, "virtual_size": 3221225473}""");

        assertThat(FlavorRequirement.disk(qcow2)).isEqualTo(4);
        assertThat(disk(false, 4).takes(qcow2)).isTrue();
        assertThat(disk(false, 3).takes(qcow2)).isFalse();
    }

    @Test
    void an_image_of_a_volume_is_for_volumes_of_its_size() {
        assertThat(VOLUME.takes(ofVolume(15))).isTrue();
        assertThat(VOLUME.takes(ofVolume(16))).isFalse();
        assertThat(LARGE.takes(ofVolume(1))).isFalse();
    }

    @Test
    void what_is_made_for_the_narrowest_will_do_for_the_others() {
        assertThat(Stream.of(VOLUME, LARGE, SMALL).sorted(BootDisk.NARROWEST_FIRST))
                .containsExactly(SMALL, LARGE, VOLUME);
        assertThat(LARGE.takesImageOf(SMALL)).isTrue();
        assertThat(SMALL.takesImageOf(LARGE)).isFalse();
        assertThat(VOLUME.takesImageOf(SMALL)).isTrue();
        assertThat(LARGE.takesImageOf(VOLUME)).isFalse();
    }

    @Test
    void a_flavor_without_a_disk_has_the_image_demand_nothing_more() {
        BootDisk none =
                BootDisk.ofFlavor(new Flavor("f", "no-disk", 1, 512, 0, Optional.empty(), Optional.empty(), Map.of()));

        assertThat(none.takes(demanding(900))).isTrue();
        assertThat(SMALL.takesImageOf(none)).isTrue();
        assertThat(none.takesImageOf(LARGE)).isTrue();
    }

    private static Image demanding(int gibibytes) {
        return Shown.as(Image.class, """
                {"id": "i", "name": "i", "status": "active", "min_disk": %d, "size": 1}""".formatted(gibibytes));
    }

    private static Image ofVolume(int gibibytes) {
        return ofVolume(gibibytes, "");
    }

    private static Image ofVolume(int gibibytes, String further) {
        return Shown.as(Image.class, """
                {"id": "i", "name": "i", "status": "active", "min_disk": 80,
                 "block_device_mapping": "[{\\"snapshot_id\\": \\"s\\", \\"boot_index\\": 0, \\"volume_size\\": %d}]"%s}""".formatted(gibibytes, further));
    }
}
