package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What Cinder may be sent, refused in the words of its JSON Schema library. */
final class VolumeSchema {
    static final Schema METADATA =
            orNull(JsonNode::isObject, "'object'", Schema.map("^[a-zA-Z0-9-_:. /]{1,255}$", Schema.text(0, 255)));
    static final Schema TEXT = orNull(JsonNode::isTextual, "'string'", Schema.text(0, 255));
    private static final List<String> YES =
            List.of("True", "TRUE", "true", "1", "ON", "On", "on", "YES", "Yes", "yes", "y", "t");
    private static final List<String> NO =
            List.of("False", "FALSE", "false", "0", "OFF", "Off", "off", "NO", "No", "no", "n", "f");

    private VolumeSchema() {}

    /** <a href="https://docs.openstack.org/api-ref/block-storage/v3/#create-a-volume">POST /volumes</a>; what is unknown is passed over. */
    static Schema createVolume() {
        Schema fields = Schema.open(Map.of(
                "size",
                size(),
                "name",
                TEXT,
                "description",
                TEXT,
                "metadata",
                METADATA,
                "snapshot_id",
                uuid(),
                "source_volid",
                uuid()));
        return Schema.object(Map.of("volume", fields, "OS-SCH-HNT:scheduler_hints", Schema.any()), List.of("volume"));
    }

    /** <a href="https://docs.openstack.org/api-ref/block-storage/v3/#update-a-volume">PUT /volumes/{id}</a>, and the same of snapshots. */
    static Schema update(String what) {
        return wrapped(
                what,
                Map.of(
                        "name", TEXT,
                        "display_name", TEXT,
                        "description", TEXT,
                        "display_description", TEXT,
                        "metadata", METADATA),
                List.of());
    }

    /** <a href="https://docs.openstack.org/api-ref/block-storage/v3/#create-a-snapshot">POST /snapshots</a>. */
    static Schema createSnapshot() {
        return wrapped(
                "snapshot",
                Map.of(
                        "volume_id", uuid(),
                        "name", TEXT,
                        "description", TEXT,
                        "metadata", METADATA,
                        "force", Schema.yesOrNo(YES, NO)),
                List.of("volume_id"));
    }

    private static Schema wrapped(String name, Map<String, Schema> fields, List<String> required) {
        return Schema.wrapped(name, Schema.object(fields, required));
    }

    private static Schema orNull(Predicate<JsonNode> type, String name, Schema schema) {
        return Schema.nullable((field, value) -> type.test(value)
                ? schema.violation(field, value)
                : Schema.complaint(field, value, "is not of type " + name + ", 'null'"));
    }

    private static Schema size() {
        return Schema.nullable((field, value) -> {
            if (!value.isIntegralNumber() && !value.isTextual()) {
                return Schema.complaint(field, value, "is not of type 'integer', 'string', 'null'");
            }
            if (value.isTextual() && !value.textValue().matches("[0-9]+")) {
                return Schema.complaint(field, value, "does not match '^[0-9]+$'");
            }
            if (value.asLong() < 1) return Schema.complaint(field, value, "is less than the minimum of 1");
            return value.asLong() > Integer.MAX_VALUE
                    ? Schema.complaint(field, value, "is greater than the maximum of 2147483647")
                    : Optional.empty();
        });
    }

    private static Schema uuid() {
        return Schema.anyOf(Schema.uuid(), Schema.nothing());
    }
}
