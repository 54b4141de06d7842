package io.github.openstackmaven.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A snapshot as
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#show-a-snapshot-s-details">Cinder shows it</a>.
 *
 * @param volumeId what it is of
 * @param size GiB
 */
public record Snapshot(
        String id,
        Optional<String> name,
        @JsonProperty("volume_id") String volumeId,
        String status,
        int size) {

    /** Whether volumes can be made of it. */
    public boolean isAvailable() {
        return status.equals("available");
    }
}
