package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The services and where they answer. */
public record ServiceCatalog(List<Entry> entries) {
    private static final String REGION = "RegionOne";
    private static final String PROJECT = "%(project_id)s";

    /** A service and where it answers. */
    public record Entry(String type, String name, String url) {}

    /** Those of a whole cloud. Cinder's URLs do without the project since Yoga. */
    public static ServiceCatalog at(String base, Release release) {
        String volumes = base + "/volume/v3" + (release.since(Release.ZED) ? "" : "/" + PROJECT);
        return new ServiceCatalog(List.of(
                new Entry("identity", "keystone", base + "/identity/v3"),
                new Entry("image", "glance", base + "/image"),
                new Entry("compute", "nova", base + "/compute/v2.1"),
                new Entry("network", "neutron", base + "/network"),
                new Entry("block-storage", "cinder", volumes),
                new Entry("volumev3", "cinderv3", volumes)));
    }

    /** The same without services of these types. */
    public ServiceCatalog without(Set<String> types) {
        return new ServiceCatalog(
                entries.stream().filter(entry -> !types.contains(entry.type())).toList());
    }

    /** The same with one more, whose name is its type. */
    public ServiceCatalog with(String type, String url) {
        return new ServiceCatalog(Stream.concat(entries.stream(), Stream.of(new Entry(type, type, url)))
                .toList());
    }

    /** As a token of that scope shows it: without a project there is no endpoint that has its id. */
    JsonNode document(IssuedToken.Scope scope) {
        Optional<String> project = scope instanceof IssuedToken.InProject in
                ? Optional.of(in.project().id())
                : Optional.empty();
        return JsonTree.array(
                entries.stream().map(entry -> service(entry, project)).toList());
    }

    private static JsonNode service(Entry entry, Optional<String> project) {
        Optional<String> url = entry.url().contains(PROJECT)
                ? project.map(id -> entry.url().replace(PROJECT, id))
                : Optional.of(entry.url());
        return new Fields()
                .put(
                        "endpoints",
                        Stream.of("public", "internal", "admin")
                                .flatMap(face -> url.stream().map(at -> endpoint(entry, face, at)))
                                .toList())
                .put("id", Ids.hex("service/" + entry.type()))
                .put("type", entry.type())
                .put("name", entry.name())
                .object();
    }

    private static JsonNode endpoint(Entry entry, String face, String url) {
        return new Fields()
                .put("id", Ids.hex("endpoint/" + entry.type() + "/" + face))
                .put("interface", face)
                .put("region_id", REGION)
                .put("url", url)
                .put("region", REGION)
                .object();
    }
}
