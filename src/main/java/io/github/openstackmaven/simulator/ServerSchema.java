package io.github.openstackmaven.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What <a href="https://docs.openstack.org/api-ref/compute/#create-server">POST /servers</a> may be sent, by microversion. */
final class ServerSchema {
    static final Schema METADATA = Schema.map("^[a-zA-Z0-9-_:. ]{1,255}$", Schema.text(0, 255));
    static final Schema TAG = Schema.pattern("^[^,/]*$", 60);
    private static final String YES_OR_NO = "True, 'True', 'TRUE', 'true', '1', 'ON', 'On', 'on', 'YES', 'Yes', 'yes', "
            + "False, 'False', 'FALSE', 'false', '0', 'OFF', 'Off', 'off', 'NO', 'No', 'no'";

    private ServerSchema() {}

    static Schema create(int minor) {
        Map<String, Schema> fields = new HashMap<>(Map.of(
                "name",
                Schema.text(1, 255),
                "flavorRef",
                Schema.any(),
                "imageRef",
                Schema.anyOf(Schema.uuid(), Schema.text(0, 0)),
                "networks",
                networks(minor),
                "metadata",
                METADATA,
                "key_name",
                Schema.text(1, 255),
                "security_groups",
                Schema.list(Schema.object(Map.of("name", Schema.text(1, 255)), List.of())),
                "user_data",
                Schema.format("base64", "(?s)([A-Za-z0-9+/\\s]{4})*([A-Za-z0-9+/=\\s]*)")));
        fields.putAll(Map.of(
                "config_drive",
                Schema.oneOf(
                        YES_OR_NO,
                        List.of(
                                "true", "True", "TRUE", "1", "ON", "On", "on", "YES", "Yes", "yes", "false", "False",
                                "FALSE", "0", "OFF", "Off", "off", "NO", "No", "no")),
                "availability_zone",
                Schema.text(1, 255),
                "min_count",
                Schema.count(),
                "max_count",
                Schema.count(),
                "OS-DCF:diskConfig",
                Schema.oneOf("'AUTO', 'MANUAL'", List.of("AUTO", "MANUAL")),
                "accessIPv4",
                Schema.format("ipv4", "(\\d{1,3}\\.){3}\\d{1,3}"),
                "adminPass",
                Schema.text(0, 255),
                "block_device_mapping_v2",
                Schema.list(Schema.any())));
        if (minor >= 19) fields.put("description", Schema.any());
        if (minor >= 52) fields.put("tags", Schema.list(TAG));
        if (minor >= 63) fields.put("trusted_image_certificates", Schema.any());
        if (minor >= 90) fields.put("hostname", Schema.text(1, 255));
        List<String> required = minor >= 37 ? List.of("name", "flavorRef", "networks") : List.of("name", "flavorRef");
        Schema hints = Schema.object(
                Map.of(
                        "group",
                        Schema.uuid(),
                        "same_host",
                        Schema.any(),
                        "different_host",
                        Schema.any(),
                        "query",
                        Schema.any()),
                List.of());
        return Schema.object(
                Map.of(
                        "server",
                        Schema.object(fields, required),
                        "os:scheduler_hints",
                        hints,
                        "OS-SCH-HNT:scheduler_hints",
                        hints),
                List.of("server"));
    }

    private static Schema networks(int minor) {
        Map<String, Schema> fields = new HashMap<>(Map.of(
                "uuid",
                Schema.any(),
                "port",
                Schema.anyOf(
                        Schema.uuid(),
                        (field, value) -> value.isNull() ? java.util.Optional.empty() : java.util.Optional.of("")),
                "fixed_ip",
                Schema.anyOf(
                        Schema.format("ipv4", "(\\d{1,3}\\.){3}\\d{1,3}"),
                        Schema.format("ipv6", "[0-9a-fA-F:]+:[0-9a-fA-F:]*"))));
        if (minor >= 32 && minor != 37) fields.put("tag", Schema.pattern("^[^,/]+$", 60));
        Schema list = Schema.list(Schema.object(fields, List.of()));
        if (minor < 37) return list;
        Schema either = Schema.anyOf(list, Schema.oneOf("'none', 'auto'", List.of("none", "auto")));
        return either;
    }
}
