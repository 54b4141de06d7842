package io.github.openstackmaven.volume;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * What holds a volume: <a
 * href="https://docs.openstack.org/api-ref/block-storage/v3/#list-attachments-for-a-project">Cinder</a>. A server that
 * never had a host may leave one behind.
 *
 * @param status {@code reserved}, {@code attaching}, {@code attached}, {@code detached} and others
 * @param instance the server's id
 */
public record VolumeAttachment(
        String id, String status, @JsonProperty("volume_id") String volumeId, Optional<String> instance) {}
