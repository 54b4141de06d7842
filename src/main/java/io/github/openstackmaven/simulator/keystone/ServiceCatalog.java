package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.util.List;
import java.util.stream.Stream;

/** The services and where they answer. */
public record ServiceCatalog(List<Entry> entries) {
    private static final String REGION = "RegionOne";

    /** A service and where it answers. */
    public record Entry(String type, String name, String url) {}

    /** Those of a whole cloud. */
    public static ServiceCatalog at(String base) {
        return new ServiceCatalog(List.of(
                new Entry("identity", "keystone", base + "/identity/v3"),
                new Entry("image", "glance", base + "/image"),
                new Entry("compute", "nova", base + "/compute/v2.1"),
                new Entry("network", "neutron", base + "/network"),
                new Entry("block-storage", "cinder", base + "/volume/v3"),
                new Entry("volumev3", "cinderv3", base + "/volume/v3")));
    }

    /** The same without a service. */
    public ServiceCatalog without(String type) {
        return new ServiceCatalog(
                entries.stream().filter(entry -> !entry.type().equals(type)).toList());
    }

    /** The same with one more, whose name is its type. */
    public ServiceCatalog with(String type, String url) {
        return new ServiceCatalog(Stream.concat(entries.stream(), Stream.of(new Entry(type, type, url)))
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
