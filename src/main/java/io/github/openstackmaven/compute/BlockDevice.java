package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A disk of a server to be made, one of the {@code block_device_mapping_v2} of
 * <a href="https://docs.openstack.org/api-ref/compute/#create-server">POST /servers</a>.
 *
 * @param uuid the image, volume or snapshot; empty for a blank disk
 * @param sourceType {@code image}, {@code volume}, {@code snapshot} or {@code blank}
 * @param destinationType {@code volume} or {@code local}, which is the host's own disk
 * @param bootIndex 0 for the one the server boots from; empty for the others
 * @param volumeSize GiB; of swap space MiB
 * @param volumeType name or id of the type of a volume that Nova makes; since 2.67
 * @param guestFormat {@code swap}, or what a blank disk is formatted with
 * @param tag what the guest's metadata calls it; since 2.42
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BlockDevice(
        Optional<String> uuid,
        @JsonProperty("source_type") String sourceType,
        @JsonProperty("destination_type") String destinationType,
        @JsonProperty("boot_index") Optional<Integer> bootIndex,
        @JsonProperty("volume_size") Optional<Integer> volumeSize,
        @JsonProperty("delete_on_termination") boolean deleteOnTermination,
        @JsonProperty("volume_type") Optional<String> volumeType,
        @JsonProperty("guest_format") Optional<String> guestFormat,
        Optional<String> tag) {
    private static final Optional<Integer> UNSIZED = Optional.empty();
    private static final Optional<String> UNSAID = Optional.empty();

    /** An image on the host's own disk, to boot from. */
    public static BlockDevice ofImage(String id) {
        return new BlockDevice(
                Optional.of(id), "image", "local", Optional.of(0), UNSIZED, true, UNSAID, UNSAID, UNSAID);
    }

    /** A volume that is there. */
    public static BlockDevice ofVolume(String id, Optional<Integer> bootIndex, boolean deleteOnTermination) {
        return new BlockDevice(
                Optional.of(id), "volume", "volume", bootIndex, UNSIZED, deleteOnTermination, UNSAID, UNSAID, UNSAID);
    }

    /**
     * Swap space on the host's own disk.
     *
     * @param size MiB, as nowhere else
     */
    public static BlockDevice swap(int size) {
        return blank(size, Optional.of("swap"));
    }

    /**
     * A blank disk of the host's own.
     *
     * @param size GiB
     */
    public static BlockDevice ephemeral(int size) {
        return blank(size, UNSAID);
    }

    private static BlockDevice blank(int size, Optional<String> guestFormat) {
        return new BlockDevice(
                UNSAID, "blank", "local", Optional.empty(), Optional.of(size), true, UNSAID, guestFormat, UNSAID);
    }
}
