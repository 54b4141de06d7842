package io.github.openstackmaven.volume;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Post;
import java.util.Map;
import java.util.Optional;

/**
 * What <a href="https://docs.openstack.org/api-ref/block-storage/v3/#create-a-volume">POST /volumes</a> is sent. Of
 * {@code imageRef}, {@code snapshotId} and {@code sourceVolid} at most one.
 *
 * @param size GiB; may be left out of what is made of a snapshot or a volume
 * @param volumeType name or id; left out for the cloud's default
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VolumeCreate(
        String name,
        Optional<Integer> size,
        @JsonProperty("volume_type") Optional<String> volumeType,
        Optional<String> imageRef,
        @JsonProperty("snapshot_id") Optional<String> snapshotId,
        @JsonProperty("source_volid") Optional<String> sourceVolid,
        @JsonProperty("availability_zone") Optional<String> availabilityZone,
        Optional<String> description,
        Map<String, String> metadata) {

    /** As it is sent. */
    public Post post() {
        return new Post("/volumes", Map.of("volume", this));
    }
}
