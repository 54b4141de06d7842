package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.web.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What <a href="https://docs.openstack.org/api-ref/compute/#create-server">POST /servers</a> may be sent, by microversion. */
final class ServerSchema {
    static final Schema METADATA = Schema.map("^[a-zA-Z0-9-_:. ]{1,255}$", Schema.text(0, 255));
    static final Schema TAG = Schema.pattern("^[^,/]*$", 1, 60);
    static final int MOST_TAGS = 50;
    static final Schema DEVICE_TAG = Schema.pattern("^[^,/]+$", 0, 60);
    static final Schema NAME = name();
    static final Schema DESCRIPTION = Schema.textOrNull(255);
    private static final int LONGEST_USER_DATA = 65535;
    /** By which administrators say where a server is to go. */
    static final List<String> HOSTS = List.of("host", "hypervisor_hostname");

    private static final Schema IPV4 = Schema.format("ipv4", "(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Schema IPV6 = Schema.format("ipv6", "[0-9a-fA-F:]+:[0-9a-fA-F:]*");
    private static final List<String> YES = List.of("True", "TRUE", "true", "1", "ON", "On", "on", "YES", "Yes", "yes");
    private static final List<String> NO =
            List.of("False", "FALSE", "false", "0", "OFF", "Off", "off", "NO", "No", "no");

    private ServerSchema() {}

    static Schema create(int minor, Release release) {
        Map<String, Schema> fields = new HashMap<>();
        fields.put("name", NAME);
        fields.put(
                "flavorRef",
                Schema.typed(
                        "'string', 'integer'",
                        node -> node.isTextual() || node.isIntegralNumber(),
                        (field, value) -> value.asText().isEmpty()
                                ? Schema.complaint(field, value, "is too short")
                                : Optional.empty()));
        fields.put("imageRef", Schema.anyOf(Schema.uuid(), Schema.text(0, 0)));
        fields.put("networks", networks(minor));
        fields.put("metadata", METADATA);
        fields.put("key_name", NAME);
        fields.put("security_groups", Schema.list(Schema.object(Map.of("name", NAME), List.of())));
        fields.put("user_data", userData());
        fields.put("config_drive", yesOrNo());
        fields.put("availability_zone", NAME);
        fields.put("min_count", Schema.count());
        fields.put("max_count", Schema.count());
        fields.put("OS-DCF:diskConfig", Schema.oneOf("'AUTO', 'MANUAL'", List.of("AUTO", "MANUAL")));
        fields.put("accessIPv4", IPV4);
        fields.put("accessIPv6", IPV6);
        fields.put("adminPass", Schema.text(0, 255));
        fields.put("block_device_mapping_v2", Schema.list(blockDevice(minor)));
        if (minor >= 19) fields.put("description", DESCRIPTION);
        if (minor >= 52) fields.put("tags", Schema.list(TAG, MOST_TAGS));
        if (minor >= 63) fields.put("trusted_image_certificates", Schema.any());
        for (String host : HOSTS) {
            if (minor >= 74) fields.put(host, Schema.pattern("^[a-zA-Z0-9-._]*$", 1, 255));
        }
        if (minor >= 90) fields.put("hostname", hostname(minor));
        // From 2.37 on one must say what network, be it none.
        List<String> required = minor >= 37 ? List.of("name", "flavorRef", "networks") : List.of("name", "flavorRef");
        Map<String, Schema> body = Map.of(
                "server", Schema.object(fields, required),
                "os:scheduler_hints", hints(release),
                "OS-SCH-HNT:scheduler_hints", hints(release));
        return Schema.object(body, List.of("server"));
    }

    private static Schema hostname(int minor) {
        return minor < 94
                ? Schema.pattern("^[a-zA-Z0-9]+[a-zA-Z0-9-]*[a-zA-Z0-9]+$", 2, 63)
                : Schema.pattern("^[a-zA-Z0-9-._]*$", 1, 255);
    }

    private static Schema networks(int minor) {
        Map<String, Schema> fields = new HashMap<>();
        fields.put("uuid", Schema.any());
        fields.put("port", Schema.anyOf(Schema.uuid(), Schema.nothing()));
        fields.put("fixed_ip", Schema.anyOf(IPV4, IPV6));
        // Tags were broken from 2.37 to 2.41, so these versions have none.
        if ((minor >= 32 && minor < 37) || minor >= 42) fields.put("tag", DEVICE_TAG);
        Schema list = Schema.list(Schema.object(fields, List.of()));
        return minor < 37 ? list : Schema.anyOf(list, Schema.oneOf("'none', 'auto'", List.of("none", "auto")));
    }

    private static Schema blockDevice(int minor) {
        Map<String, Schema> fields = new HashMap<>();
        List.of("uuid", "device_name", "device_type", "disk_bus", "guest_format", "no_device", "virtual_name")
                .forEach(name -> fields.put(name, Schema.any()));
        fields.put(
                "source_type",
                Schema.oneOf(
                        "'volume', 'image', 'snapshot', 'blank'", List.of("volume", "image", "snapshot", "blank")));
        fields.put("destination_type", Schema.oneOf("'local', 'volume'", List.of("local", "volume")));
        fields.put("boot_index", Schema.nullable(Schema.anyText("^-?[0-9]+$")));
        fields.put("volume_size", volumeSize());
        fields.put("delete_on_termination", yesOrNo());
        // As with networks: 2.33 to 2.41 had none.
        if (minor == 32 || minor >= 42) fields.put("tag", DEVICE_TAG);
        if (minor >= 67) fields.put("volume_type", Schema.textOrNull(255));
        return Schema.object(fields, List.of());
    }

    private static Schema volumeSize() {
        Schema number = Schema.anyText("^[0-9]+$");
        return (field, value) -> number.violation(field, value)
                .or(() -> value.asInt() < 1
                        ? Schema.complaint(field, value, "is less than the minimum of 1")
                        : Optional.empty());
    }

    private static Schema hints(Release release) {
        Predicate<JsonNode> textOrList = node -> node.isTextual() || node.isArray();
        Schema group = release.since(Release.OF_2026_2) ? Schema.anyOf(Schema.uuid(), Schema.nothing()) : Schema.uuid();
        return Schema.open(Map.of(
                "group",
                group,
                "different_host",
                Schema.anyOf(Schema.uuid(), Schema.list(Schema.uuid())),
                "same_host",
                Schema.typed("'string', 'array'", textOrList, Schema.items(Schema.uuid())),
                "query",
                Schema.typed("'string', 'object'", node -> node.isTextual() || node.isObject(), Schema.any()),
                "target_cell",
                NAME,
                "different_cell",
                Schema.typed("'string', 'array'", textOrList, Schema.items(Schema.text(0, Integer.MAX_VALUE))),
                "build_near_host_ip",
                Schema.anyOf(IPV4, IPV6),
                "cidr",
                Schema.pattern("^/[0-9a-f.:]+$", 0, Integer.MAX_VALUE)));
    }

    private static Schema name() {
        Schema text = Schema.text(1, 255);
        return (field, value) -> text.violation(field, value)
                .or(() -> isName(value.textValue())
                        ? Optional.empty()
                        : Optional.of("An invalid 'name' value was provided. The name must be: printable characters."
                                + " Can not start or end with whitespace."));
    }

    private static boolean isName(String text) {
        return text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl);
    }

    private static Schema userData() {
        Schema text = Schema.text(0, LONGEST_USER_DATA);
        return (field, value) -> value.isTextual() && !isBase64(value.textValue())
                ? Schema.complaint(field, value, "is not a 'base64'")
                : text.violation(field, value);
    }

    // Python overlooks what is none of its letters, and minds the padding.
    private static boolean isBase64(String text) {
        String letters = text.replaceAll("[^A-Za-z0-9+/=]", "");
        String bare = letters.replaceAll("=+$", "");
        int padding = letters.length() - bare.length();
        return switch (bare.length() % 4) {
            case 0 -> true;
            case 1 -> false;
            default -> padding >= 4 - bare.length() % 4;
        };
    }

    /** A yes or no in the words Nova knows. */
    static Schema yesOrNo() {
        return Schema.yesOrNo(YES, NO);
    }
}
