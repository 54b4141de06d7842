package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Flavor;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** <a href="https://docs.openstack.org/api-ref/compute/#flavors">Flavors</a>. */
final class FlavorApi {
    private static final List<String> SORT_KEYS =
            List.of(("created_at description disabled ephemeral_gb flavorid id is_public memory_mb name root_gb "
                            + "rxtx_factor swap updated_at vcpu_weight vcpus")
                    .split(" ", -1));
    private static final Set<String> PARAMETERS =
            Set.of("limit", "marker", "is_public", "minRam", "minDisk", "sort_key", "sort_dir");
    private final CloudState cloud;
    private final Links links;

    FlavorApi(CloudState cloud, Links links) {
        this.cloud = cloud;
        this.links = links;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/flavors", call -> list(call, flavor -> brief(flavor, call.minor()))),
                Route.get("/flavors/detail", call -> list(call, flavor -> full(flavor, call.minor()))),
                Route.get("/flavors/{id}", this::show),
                Route.get("/flavors/{id}/os-extra_specs", this::extraSpecs));
    }

    private Answer list(Call call, Function<Flavor, ObjectNode> view) {
        int minRam = minimum(call, "minRam");
        int minDisk = minimum(call, "minDisk");
        List<Flavor> all = cloud.flavors().stream()
                .filter(flavor -> flavor.ram() >= minRam && flavor.disk() >= minDisk)
                .sorted(order(call.query()))
                .toList();
        return Paging.of(call.query(), all, Flavor::id, PARAMETERS::contains)
                .answer("flavors", view, next -> links.next(call.path(), next));
    }

    private static int minimum(Call call, String name) {
        String text = call.query().first(name).orElse("0");
        if (!text.matches("\\d{1,9}")) throw Rejection.badRequest("Invalid " + name + " filter [" + text + "]");
        return Integer.parseInt(text);
    }

    private static Comparator<Flavor> order(Parameters query) {
        String key = query.first("sort_key").orElse("flavorid");
        if (!SORT_KEYS.contains(key)) {
            throw Rejection.badRequest("Invalid input for query parameters sort_key. Value: " + key + ". '" + key
                    + "' is not one of ['" + String.join("', '", SORT_KEYS) + "']");
        }
        Comparator<Flavor> order = switch (key) {
            case "name" -> Comparator.comparing(Flavor::name);
            case "memory_mb" -> Comparator.comparing(Flavor::ram);
            case "root_gb" -> Comparator.comparing(Flavor::disk);
            case "vcpus" -> Comparator.comparing(Flavor::vcpus);
            default -> Comparator.comparing(Flavor::id);
        };
        boolean descending = query.first("sort_dir").filter("desc"::equals).isPresent();
        return (descending ? order.reversed() : order).thenComparing(Flavor::id);
    }

    private Answer show(Call call) {
        return Answer.json(200, JsonTree.object("flavor", full(find(call), call.minor())));
    }

    private Answer extraSpecs(Call call) {
        find(call);
        return Answer.json(200, JsonTree.object("extra_specs", JsonTree.object()));
    }

    private Flavor find(Call call) {
        return cloud.flavor(call.part("id"))
                .orElseThrow(() -> Rejection.notFound("Flavor " + call.part("id") + " could not be found."));
    }

    private ObjectNode brief(Flavor flavor, int minor) {
        ObjectNode view =
                JsonTree.object("id", flavor.id(), "name", flavor.name(), "links", links.of("flavors", flavor.id()));
        if (minor >= 55) view.set("description", JsonTree.node(Optional.empty()));
        return view;
    }

    private ObjectNode full(Flavor flavor, int minor) {
        ObjectNode view = new Fields()
                .put("id", flavor.id())
                .put("name", flavor.name())
                .put("ram", flavor.ram())
                .put("disk", flavor.disk())
                .object();
        if (minor >= 75 || flavor.swap() > 0) view.put("swap", flavor.swap());
        else view.put("swap", "");
        view.put("OS-FLV-EXT-DATA:ephemeral", flavor.ephemeral());
        if (minor < 102) view.put("OS-FLV-DISABLED:disabled", false);
        view.put("vcpus", flavor.vcpus());
        view.put("os-flavor-access:is_public", true);
        if (minor < 102) view.put("rxtx_factor", 1.0);
        view.set("links", links.of("flavors", flavor.id()));
        if (minor >= 55) view.set("description", JsonTree.node(Optional.empty()));
        if (minor >= 61) view.set("extra_specs", JsonTree.object());
        return view;
    }
}
