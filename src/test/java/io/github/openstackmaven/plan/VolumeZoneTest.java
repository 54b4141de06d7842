package io.github.openstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the volumes are that are made for a server of a zone. */
class VolumeZoneTest {
    private static final VolumeZone ZONES = new VolumeZone(Optional.empty(), Set.of("az1", "az2"));

    @Test
    void a_volume_is_where_its_server_is_tried() {
        PlannedVolume.New volume = new PlannedVolume.New(
                "data", 1, Optional.empty(), Optional.empty(), Optional.empty(), true, ZONES.of(Optional.of("az1")));

        assertThat(zone(volume)).contains("az1");
        assertThat(zone(volume.in(Optional.of("az2")))).contains("az2");
        assertThat(zone(volume.in(Optional.of("az2")).in(Optional.of("az1")))).contains("az1");
        assertThat(zone(volume.in(Optional.of("az1:host7")))).contains("az1");
    }

    @Test
    void where_cinder_has_no_such_zone_the_choice_is_its_own() {
        assertThat(ZONES.of(Optional.of("az3")).name()).isEmpty();
        assertThat(ZONES.of(Optional.empty()).name()).isEmpty();
    }

    @Test
    void what_is_made_of_a_snapshot_goes_where_that_is() {
        assertThat(VolumeZone.none().of(Optional.of("az1")).name()).isEmpty();
    }

    private static Optional<String> zone(PlannedVolume.New volume) {
        return volume.request(new Marking(Map.of(), Map.of(), "", "", "")).availabilityZone();
    }
}
