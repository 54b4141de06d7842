package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.util.List;
import java.util.stream.Stream;

/** The services and where they answer. */
record ServiceCatalog(List<Entry> entries) {
    private static final String REGION = "RegionOne";

    record Entry(String type, String name, String url) {}

    static ServiceCatalog at(String base, boolean imageService) {
        return new ServiceCatalog(Stream.of(
                        new Entry("identity", "keystone", base + "/identity/v3"),
                        new Entry("image", "glance", base + "/image"),
                        new Entry("compute", "nova", base + "/compute/v2.1"),
                        new Entry("network", "neutron", base + "/network"),
                        new Entry("block-storage", "cinder", base + "/volume/v3"),
                        new Entry("volumev3", "cinderv3", base + "/volume/v3"))
                .filter(entry -> imageService || !entry.type().equals("image"))
                .toList());
    }

    JsonNode document() {
        return JsonTree.array(entries.stream().map(ServiceCatalog::service).toList());
    }

    private static JsonNode service(Entry entry) {
        return new Fields()
                .put(
                        "endpoints",
                        Stream.of("public", "internal", "admin")
                                .map(face -> endpoint(entry, face))
                                .toList())
                .put("id", Ids.hex("service/" + entry.type()))
                .put("type", entry.type())
                .put("name", entry.name())
                .object();
    }

    private static JsonNode endpoint(Entry entry, String face) {
        return new Fields()
                .put("id", Ids.hex("endpoint/" + entry.type() + "/" + face))
                .put("interface", face)
                .put("region_id", REGION)
                .put("url", entry.url())
                .put("region", REGION)
                .object();
    }
}
