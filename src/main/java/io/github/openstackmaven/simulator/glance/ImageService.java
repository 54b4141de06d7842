package io.github.openstackmaven.simulator.glance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Limits.Limit;
import io.github.openstackmaven.simulator.state.Release;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Glance: <a href="https://docs.openstack.org/api-ref/image/v2/#list-images">images</a>. */
public final class ImageService implements Service {
    private final String base;
    private final CloudState cloud;
    private final Gate gate;
    private final Router router = new Router(List.of(
            Route.get("/v2/images", this::list),
            Route.post("/v2/images", this::create),
            Route.get("/v2/images/{id}", this::show),
            Route.patch("/v2/images/{id}", this::update),
            Route.delete("/v2/images/{id}", this::delete)));

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

    private Answer create(Call call) {
        JsonNode asked = call.json().orElseThrow(() -> Rejection.badRequest("Malformed JSON in request body."));
        if (asked.path("visibility").asText().equals("public")) {
            throw Rejection.forbidden("You are not authorized to complete publicize_image action.");
        }
        if (!cloud.limits()
                .allow(
                        call.project(),
                        Limit.IMAGES,
                        cloud.images().of(call.project()).size() + 1L)) {
            throw new Rejection(413, overLimit(call.project()));
        }
        Map<String, String> properties = new HashMap<>();
        List<String> tags = new ArrayList<>();
        asked.path("tags").forEach(tag -> tags.add(tag.asText()));
        asked.properties().stream()
                .filter(one -> !one.getKey().equals("tags"))
                .forEach(one -> properties.put(one.getKey(), ImageChanges.text(one.getKey(), one.getValue())));
        Image image = Image.queued(call.project(), cloud.now(), properties).tagged(tags);
        cloud.images().put(image);
        return Answer.json(201, document(image)).with("Location", base + "/v2/images/" + image.id());
    }

    private String overLimit(String project) {
        return "Project " + project + " is over a limit for [Resource image_count_total is over limit of "
                + cloud.limits().of(project, Limit.IMAGES) + " due to current usage "
                + cloud.images().of(project).size() + " and delta 1]";
    }

    private Answer update(Call call) {
        String type = call.header("Content-Type").orElse("");
        if (!type.matches("application/openstack-images-v2\\.[01]-json-patch.*")) {
            throw new Rejection(415, "The request media type " + type + " is not supported by this server.");
        }
        ImageChanges changes = ImageChanges.of(call);
        Image image = own(call, "No image found with ID " + call.part("id"), notOwn("modify_image", changes.refused()));
        Image changed = changes.of(image, cloud.now());
        cloud.images().put(changed);
        return Answer.json(200, document(changed));
    }

    private Answer delete(Call call) {
        Image image = own(
                call,
                "Failed to find image " + call.part("id") + " to delete",
                notOwn("delete_image", "You are not permitted to delete this image."));
        if (image.content().isProtected()) {
            throw Rejection.forbidden("Image " + image.id() + " is protected and cannot be deleted.");
        }
        cloud.removeImage(image);
        return Answer.html(204, "");
    }

    private Image own(Call call, String missing, String refused) {
        Image image = cloud.images(call.project()).stream()
                .filter(one -> one.id().equals(call.part("id")))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound(missing));
        if (!image.owner().equals(call.project())) throw Rejection.forbidden(refused);
        return image;
    }

    // Older releases ask who may change this or that, newer ones their policy.
    private String notOwn(String action, String older) {
        if (cloud.release().since(Release.EPOXY)) return "You are not authorized to complete " + action + " action.";
        return cloud.release().since(Release.ZED) ? "You do not own this image" : older;
    }

    private static JsonNode document(Image image) {
        ObjectNode document = JsonTree.object();
        image.properties().forEach(document::put);
        document.setAll(new Fields()
                .put("name", Optional.of(image.name()).filter(name -> !name.isEmpty()))
                .put("disk_format", image.content().format())
                .put("container_format", image.content().format().map(format -> "bare"))
                .put("visibility", image.visibility())
                .put("size", filled(image, image.size()))
                .put("virtual_size", image.isOfVolumes() ? Optional.empty() : filled(image, image.size()))
                .put("status", image.status())
                .put("checksum", filled(image, Ids.hex("content/" + image.size())))
                .put("protected", image.content().isProtected())
                .put("min_ram", image.minRam())
                .put("min_disk", image.minDisk())
                .put("owner", image.owner())
                .put("os_hidden", false)
                .put("os_hash_algo", filled(image, "sha512"))
                .put(
                        "os_hash_value",
                        filled(image, Ids.hex("content/" + image.size()).repeat(4)))
                .put("id", image.id())
                .put("created_at", Times.seconds(image.created()))
                .put("updated_at", Times.seconds(image.content().updated()))
                .object());
        document.set("tags", JsonTree.array(image.tags()));
        document.put("self", "/v2/images/" + image.id());
        document.put("file", "/v2/images/" + image.id() + "/file");
        document.put("schema", "/v2/schemas/image");
        if (image.isActive()) document.put("stores", "lab");
        return document;
    }

    private static <T> Optional<T> filled(Image image, T value) {
        return Optional.of(value).filter(any -> image.isFilled());
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
