package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Glance seen through Nova, until 2.35: <a href="https://docs.openstack.org/api-ref/compute/#images-deprecated">images</a>. */
final class ImageProxyApi {
    private static final int GONE = 36;
    private static final Set<String> PARAMETERS =
            Set.of("limit marker name status server type minRam minDisk changes-since".split(" ", -1));
    private final CloudState cloud;
    private final Links links;

    ImageProxyApi(CloudState cloud, Links links) {
        this.cloud = cloud;
        this.links = links;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/images", call -> list(call, this::brief)),
                Route.get("/images/detail", call -> list(call, this::full)),
                Route.get("/images/{id}", this::show));
    }

    private Answer list(Call call, Function<Image, ObjectNode> view) {
        call.until(GONE);
        List<Image> all = cloud.images(call.project()).stream()
                .filter(image -> passes(image, call.query()))
                .sorted(Comparator.comparing(Image::created)
                        .thenComparing(Image::id)
                        .reversed())
                .toList();
        return Paging.of(call.query(), all, Image::id, PARAMETERS::contains)
                .answer("images", view, next -> links.next(call.path(), next));
    }

    private static boolean passes(Image image, Parameters query) {
        return query.first("name")
                        .filter(name -> !name.equalsIgnoreCase(image.name()))
                        .isEmpty()
                && query.first("status")
                        .filter(status -> !status.equals(status(image)))
                        .isEmpty();
    }

    private Answer show(Call call) {
        call.until(GONE);
        return cloud.images(call.project()).stream()
                .filter(image -> image.id().equals(call.part("id")))
                .findFirst()
                .map(image -> Answer.json(200, JsonTree.object("image", full(image))))
                .orElseThrow(() -> Rejection.notFound("Image not found."));
    }

    private ObjectNode brief(Image image) {
        return JsonTree.object("id", image.id(), "name", image.name(), "links", links(image));
    }

    private ObjectNode full(Image image) {
        ObjectNode view = view(image);
        Optional.ofNullable(image.properties().get("instance_uuid"))
                .ifPresent(server -> view.set("server", of(server)));
        return view;
    }

    private JsonNode of(String server) {
        return JsonTree.object(
                "id", server, "links", List.of(links.self("servers", server), links.bookmark("servers", server)));
    }

    private ObjectNode view(Image image) {
        return new Fields()
                .put("id", image.id())
                .put("name", image.name())
                .put("minRam", image.minRam())
                .put("minDisk", image.minDisk())
                .put("metadata", image.properties())
                .put("created", Times.seconds(image.created()))
                .put("updated", Times.seconds(image.created()))
                .put("status", status(image))
                .put("progress", progress(image))
                .put("OS-EXT-IMG-SIZE:size", image.isFilled() ? image.size() : 0)
                .put("links", links(image))
                .object();
    }

    private List<Object> links(Image image) {
        return List.of(
                links.self("images", image.id()),
                links.bookmark("images", image.id()),
                JsonTree.object(
                        "rel",
                        "alternate",
                        "type",
                        "application/vnd.openstack.image",
                        "href",
                        links.base() + "/image//images/" + image.id()));
    }

    private static String status(Image image) {
        return switch (image.status()) {
            case "active" -> "ACTIVE";
            case "queued", "saving" -> "SAVING";
            default -> "UNKNOWN";
        };
    }

    private static int progress(Image image) {
        return switch (image.status()) {
            case "active" -> 100;
            case "saving" -> 50;
            case "queued" -> 25;
            default -> 0;
        };
    }
}
