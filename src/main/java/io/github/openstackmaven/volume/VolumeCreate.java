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

    /** A volume of that name; what is on it, and how large it is, is to be said. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** As it is sent. */
    public Post post() {
        return new Post("/volumes", Map.of("volume", this));
    }

    /** What one is made of, each by its name; what is not said is left out. */
    public static final class Builder {
        private final String name;
        private Optional<Integer> size = Optional.empty();
        private Optional<String> volumeType = Optional.empty();
        private Optional<String> imageRef = Optional.empty();
        private Optional<String> snapshotId = Optional.empty();
        private Optional<String> sourceVolid = Optional.empty();
        private Optional<String> availabilityZone = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Map<String, String> metadata = Map.of();

        private Builder(String name) {
            this.name = name;
        }

        public Builder size(Optional<Integer> value) {
            size = value;
            return this;
        }

        public Builder volumeType(Optional<String> value) {
            volumeType = value;
            return this;
        }

        public Builder imageRef(Optional<String> value) {
            imageRef = value;
            return this;
        }

        public Builder snapshotId(Optional<String> value) {
            snapshotId = value;
            return this;
        }

        public Builder sourceVolid(Optional<String> value) {
            sourceVolid = value;
            return this;
        }

        public Builder availabilityZone(Optional<String> value) {
            availabilityZone = value;
            return this;
        }

        public Builder description(Optional<String> value) {
            description = value;
            return this;
        }

        public Builder metadata(Map<String, String> value) {
            metadata = value;
            return this;
        }

        public VolumeCreate build() {
            return new VolumeCreate(
                    name, size, volumeType, imageRef, snapshotId, sourceVolid, availabilityZone, description, metadata);
        }
    }
}
