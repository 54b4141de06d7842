package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.Optional;

/**
 * One of the disks that a create asks for in
 * <a href="https://docs.openstack.org/api-ref/compute/#create-server">block_device_mapping_v2</a>.
 *
 * @param source {@code image}, {@code snapshot}, {@code volume} or {@code blank}
 * @param uuid of the source
 * @param isVolume whether it becomes a volume; else it is on the host's own disk
 * @param swap whether it is swap space
 * @param bootIndex negative when nothing is booted from it
 * @param name {@code vdb} or {@code /dev/vdb}; empty to have one chosen
 */
record BlockDevice(
        String source,
        Optional<String> uuid,
        boolean isVolume,
        int bootIndex,
        Optional<Integer> size,
        Optional<String> volumeType,
        boolean deleteOnTermination,
        boolean swap,
        Optional<String> tag,
        Optional<String> name) {

    /** Reads one, if its fields go together. */
    static BlockDevice of(JsonNode asked, boolean imageNamed) {
        String source = asked.path("source_type").asText("");
        boolean blank = source.equals("blank");
        Optional<String> uuid = JsonTree.text(asked, "uuid");
        if (blank && uuid.isPresent()) throw invalid("Invalid device UUID.");
        if (!blank && uuid.isEmpty()) throw invalid("Missing device UUID.");
        int bootIndex = asked.path("boot_index").asInt(-1);
        boolean hostsOwn = blank || source.equals("image");
        boolean volume = asked.path("destination_type")
                .asText(hostsOwn ? "local" : "volume")
                .equals("volume");
        Optional<String> type = JsonTree.text(asked, "volume_type").filter(name -> !name.isEmpty());
        if (source.equals("image") && !volume && !(imageNamed && bootIndex == 0)) {
            throw invalid("Mapping image to local is not supported.");
        }
        if (!volume && type.isPresent()) {
            throw invalid("Specifying a volume_type with destination_type=local is not supported.");
        }
        if (source.equals("volume") && type.isPresent()) {
            throw invalid("Specifying volume type to existing volume is not supported.");
        }
        return new BlockDevice(
                source,
                uuid,
                volume,
                bootIndex,
                asked.hasNonNull("volume_size")
                        ? Optional.of(asked.get("volume_size").asInt())
                        : Optional.empty(),
                type,
                asked.path("delete_on_termination").asText().matches("(?i)true|1|on|yes"),
                JsonTree.text(asked, "guest_format").filter("swap"::equals).isPresent(),
                JsonTree.text(asked, "tag"),
                JsonTree.text(asked, "device_name"));
    }

    static Rejection invalid(String reason) {
        return Rejection.badRequest("Block Device Mapping is Invalid: " + reason);
    }

    /** A blank disk of the host's own. */
    boolean isBlank() {
        return source.equals("blank") && !isVolume;
    }

    boolean isRoot() {
        return bootIndex == 0;
    }

    Optional<String> image() {
        return uuid.filter(id -> source.equals("image"));
    }

    Optional<String> snapshot() {
        return uuid.filter(id -> source.equals("snapshot"));
    }

    Optional<String> volume() {
        return uuid.filter(id -> source.equals("volume"));
    }
}
