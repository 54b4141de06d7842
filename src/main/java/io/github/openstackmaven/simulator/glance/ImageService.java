package io.github.openstackmaven.simulator.glance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.ErrorPage;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.Gate;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Router;
import io.github.openstackmaven.simulator.web.Service;
import io.github.openstackmaven.simulator.web.Times;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Glance: <a href="https://docs.openstack.org/api-ref/image/v2/#list-images">images</a>. */
public final class ImageService implements Service {
    private final String base;
    private final CloudState cloud;
    private final Gate gate;
    private final Router router =
            new Router(List.of(Route.get("/v2/images", this::list), Route.get("/v2/images/{id}", this::show)));

    /** Glance on that cloud. */
    public ImageService(String base, Gate gate, CloudState cloud) {
        this.base = base + prefix();
        this.cloud = cloud;
        this.gate = gate;
    }

    @Override
    public String prefix() {
        return "/image";
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().matches("/?")) return Answer.json(300, versions());
        if (call.path().matches("/versions/?")) return Answer.json(200, versions());
        // Glance refuses before its own part that gives out request ids.
        return gate.admit(call)
                .map(admitted -> authorized(admitted).with("X-Openstack-Request-Id", call.requestId()))
                .orElseGet(() -> gate.challenge(ErrorPage.of(
                        call,
                        401,
                        "This server could not verify that you are authorized to access the document you requested."
                                + " Either you supplied the wrong credentials (e.g., bad password), or your browser"
                                + " does not understand how to supply the credentials required.")));
    }

    private Answer authorized(Call call) {
        try {
            return router.answer(call).orElseGet(() -> unrouted(call));
        } catch (Rejection e) {
            return ErrorPage.of(call, e.status(), e.getMessage());
        }
    }

    private Answer unrouted(Call call) {
        return router.allowed(call)
                .map(methods -> ErrorPage.of(
                                call, 405, "The method " + call.method() + " is not allowed for this resource. ")
                        .with("Allow", methods))
                .orElseGet(() -> ErrorPage.noSuchPage(call));
    }

    private Answer list(Call call) {
        ImageQuery query = new ImageQuery(call.query());
        List<Image> all = query.select(cloud.images(call.project()));
        List<Image> page = query.page(all);
        ObjectNode body = JsonTree.object(
                "images",
                page.stream().map(ImageService::document).toList(),
                "first",
                "/v2/images" + query.first(),
                "schema",
                "/v2/schemas/images");
        boolean more = !page.isEmpty() && !all.get(all.size() - 1).equals(page.get(page.size() - 1));
        if (more)
            body.put(
                    "next",
                    "/v2/images?"
                            + call.query().withMarker(page.get(page.size() - 1).id()));
        return Answer.json(200, body);
    }

    private Answer show(Call call) {
        return cloud.images(call.project()).stream()
                .filter(image -> image.id().equals(call.part("id")))
                .findFirst()
                .map(image -> Answer.json(200, document(image)))
                .orElseThrow(() -> Rejection.notFound("No image found with ID " + call.part("id")));
    }

    private static JsonNode document(Image image) {
        ObjectNode document = JsonTree.object();
        image.properties().forEach(document::put);
        document.setAll(new Fields()
                .put("name", image.name())
                .put("disk_format", "raw")
                .put("container_format", "bare")
                .put("visibility", image.visibility())
                .put("size", image.size())
                .put("virtual_size", image.size())
                .put("status", image.status())
                .put("checksum", Ids.hex("content/" + image.size()))
                .put("protected", false)
                .put("min_ram", image.minRam())
                .put("min_disk", image.minDisk())
                .put("owner", image.owner())
                .put("os_hidden", false)
                .put("os_hash_algo", "sha512")
                .put("os_hash_value", Ids.hex("content/" + image.size()).repeat(4))
                .put("id", image.id())
                .put("created_at", Times.seconds(image.created()))
                .put("updated_at", Times.seconds(image.created()))
                .object());
        document.set("tags", JsonTree.array(image.tags()));
        document.put("self", "/v2/images/" + image.id());
        document.put("file", "/v2/images/" + image.id() + "/file");
        document.put("schema", "/v2/schemas/image");
        if (image.isActive()) document.put("stores", "lab");
        return document;
    }

    private JsonNode versions() {
        Stream<String> old = IntStream.rangeClosed(0, 13).map(n -> 13 - n).mapToObj(minor -> "v2." + minor);
        return JsonTree.object(
                "versions",
                Stream.concat(Stream.of(version("v2.15", "CURRENT")), old.map(id -> version(id, "SUPPORTED")))
                        .toList());
    }

    private JsonNode version(String id, String status) {
        return JsonTree.object(
                "id", id, "status", status, "links", List.of(JsonTree.object("rel", "self", "href", base + "/v2/")));
    }
}
