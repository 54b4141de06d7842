package io.github.openstackmaven.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A volume as
 * <a href="https://docs.openstack.org/api-ref/block-storage/v3/#show-a-volume-s-details">Cinder shows it</a>.
 *
 * @param size GiB
 * @param status {@code creating}, {@code available}, {@code reserved}, {@code in-use}, {@code detaching},
 *     {@code deleting}, {@code error} and others
 * @param volumeType the type's name
 * @param bootable {@code true} or {@code false}, as text
 * @param multiattach whether several servers may have it
 * @param attachments the servers it is on
 */
public record Volume(
        @NotEmpty String id,
        Optional<String> name,
        String status,
        int size,
        @JsonProperty("volume_type") Optional<String> volumeType,
        @OrEmpty String bootable,
        @JsonProperty("availability_zone") Optional<String> availabilityZone,
        @JsonSetter(contentNulls = Nulls.SKIP) Map<String, String> metadata,
        @OrEmpty boolean multiattach,
        @OrEmpty List<Attachment> attachments,
        @JsonProperty("created_at") Optional<Instant> createdAt) {

    /** One server a volume is on. */
    public record Attachment(
            @JsonProperty("server_id") @OrEmpty String serverId) {}
}
