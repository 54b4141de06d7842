package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Flavor;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Network;
import io.github.openstackmaven.simulator.state.Port;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.state.SecurityGroup;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.state.ServerGroup;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server as <a href="https://docs.openstack.org/api-ref/compute/#show-server-details">Nova shows it</a>, by microversion. */
record ServerDocument(CloudState cloud, Links links) {
    /** Properties of images that Nova has a meaning for. */
    private static final String KNOWN = "(hw|img|trait)[_:].*|os_(distro|type|admin_user|require_quiesce|secure_boot)";

    /** Where everything runs; Nova shows a hash of it. */
    static final String HOST = Ids.hex("host") + Ids.hex("host").substring(0, 24);

    ObjectNode brief(Server server) {
        return JsonTree.object(
                "id", server.id(), "name", server.labels().name(), "links", links.of("servers", server.id()));
    }

    /** As in a list: without groups, and without the fault of what found no host, which Nova keeps elsewhere. */
    ObjectNode listed(Server server, int minor) {
        ObjectNode view = server.isGone(cloud.now()) ? deleted(server, minor) : document(server, minor);
        view.remove("server_groups");
        if (server.isUnplaced()) view.remove("fault");
        return view;
    }

    ObjectNode shown(Server server, int minor) {
        return document(server, minor);
    }

    // Only lists of what has changed show it.
    private ObjectNode deleted(Server server, int minor) {
        ObjectNode view = document(server, minor);
        view.remove(List.of("progress", "fault", "security_groups"));
        view.setAll(new Fields()
                .put("metadata", JsonTree.object())
                .put("addresses", JsonTree.object())
                .put("os-extended-volumes:volumes_attached", JsonTree.array(List.of()))
                .put("OS-SRV-USG:terminated_at", Times.naive(server.updated(cloud.now())))
                .object());
        return view;
    }

    /** As the answer to a change before 2.75: only what Nova has always shown. */
    ObjectNode updated(Server server, int minor) {
        ObjectNode view = shown(server, minor);
        view.remove(view.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith("OS-EXT")
                        || name.startsWith("OS-SRV")
                        || name.startsWith("os-ext")
                        || List.of("config_drive", "key_name", "security_groups")
                                .contains(name))
                .toList());
        view.set("addresses", addresses(server, false));
        return view;
    }

    private ObjectNode document(Server server, int minor) {
        Instant now = cloud.now();
        Server.Phase phase = server.phase(now);
        ObjectNode view = new Fields()
                .put("id", server.id())
                .put("name", server.labels().name())
                .put("status", server.status(now))
                .put("tenant_id", server.project())
                .put("user_id", server.user())
                .put("metadata", server.labels().metadata())
                .put("hostId", isPlaced(phase) ? HOST : "")
                .put("image", image(server, minor))
                .put("flavor", flavor(server, minor))
                .put("created", Times.seconds(server.build().started()))
                .put("updated", Times.seconds(server.updated(now)))
                .put("addresses", phase == Server.Phase.ACTIVE ? addresses(server, true) : JsonTree.object())
                .put("accessIPv4", "")
                .put("accessIPv6", "")
                .put("links", links.of("servers", server.id()))
                .put("OS-DCF:diskConfig", "MANUAL")
                .object();
        if (phase == Server.Phase.ERROR) view.set("fault", fault(server));
        else if (phase.isBuild() || server.isOn(now)) view.put("progress", 0);
        view.setAll(extended(server, phase));
        view.set("os-extended-volumes:volumes_attached", volumes(server, minor));
        view.setAll(byVersion(server, minor));
        if (server.isDeleted(now)) view.setAll(ended());
        return view;
    }

    private static ObjectNode ended() {
        return new Fields()
                .put("status", "DELETED")
                .put("OS-EXT-STS:task_state", Optional.empty())
                .put("OS-EXT-STS:vm_state", "deleted")
                .put("OS-EXT-STS:power_state", 0)
                .object();
    }

    private ObjectNode extended(Server server, Server.Phase phase) {
        ObjectNode view = new Fields()
                .put("OS-EXT-AZ:availability_zone", isPlaced(phase) ? "nova" : "")
                .put("config_drive", server.configDrive() ? "True" : "")
                .put("key_name", server.keyName())
                .put(
                        "OS-SRV-USG:launched_at",
                        phase == Server.Phase.ACTIVE
                                ? Optional.of(Times.naive(server.build().finished()))
                                : Optional.empty())
                .put("OS-SRV-USG:terminated_at", Optional.empty())
                .object();
        if (phase.compareTo(Server.Phase.SPAWNING) >= 0 && phase != Server.Phase.ERROR) {
            List<String> groups = cloud.ports(server).stream()
                    .flatMap(port -> port.securityGroups().stream())
                    .flatMap(id -> cloud.securityGroups().find(id).stream())
                    .map(SecurityGroup::name)
                    .toList();
            if (!groups.isEmpty()) view.set("security_groups", groups(groups));
        }
        view.setAll(new Fields()
                .put("OS-EXT-STS:task_state", server.taskState(cloud.now()))
                .put("OS-EXT-STS:vm_state", server.vmState(cloud.now()))
                .put("OS-EXT-STS:power_state", server.powerState(cloud.now()))
                .object());
        return view;
    }

    private JsonNode volumes(Server server, int minor) {
        return JsonTree.array(cloud.storage().disks(server.id()).stream()
                .map(disk -> {
                    ObjectNode view = JsonTree.object("id", disk.volume());
                    if (minor >= 3) view.put("delete_on_termination", disk.deleteOnTermination());
                    return view;
                })
                .toList());
    }

    private ObjectNode byVersion(Server server, int minor) {
        ObjectNode view = JsonTree.object();
        if (minor >= 9) view.put("locked", false);
        if (minor >= 73) view.set("locked_reason", JsonTree.node(Optional.empty()));
        // Before 2.19 a server's description was its name.
        if (minor >= 19) view.set("description", JsonTree.node(server.labels().description()));
        if (minor >= 26) view.set("tags", JsonTree.array(server.labels().tags()));
        if (minor >= 63) view.set("trusted_image_certificates", JsonTree.node(Optional.empty()));
        if (minor >= 96) view.set("pinned_availability_zone", JsonTree.node(Optional.empty()));
        if (minor >= 100) view.set("scheduler_hints", JsonTree.object());
        if (minor >= 90) view.put("OS-EXT-SRV-ATTR:hostname", server.labels().name());
        if (minor >= 71) view.set("server_groups", JsonTree.array(serverGroups(server)));
        return view;
    }

    private List<String> serverGroups(Server server) {
        return cloud.serverGroups().stream()
                .filter(group -> group.members().contains(server.id()))
                .map(ServerGroup::id)
                .toList();
    }

    private static boolean isPlaced(Server.Phase phase) {
        return phase != Server.Phase.SCHEDULING && phase != Server.Phase.ERROR;
    }

    private JsonNode image(Server server, int minor) {
        return server.image()
                .<JsonNode>map(id -> {
                    ObjectNode view = JsonTree.object("id", id, "links", List.of(links.bookmark("images", id)));
                    if (minor >= 98) view.set("properties", properties(server, id));
                    return view;
                })
                .orElseGet(() -> JsonTree.node(""));
    }

    // What Nova keeps of an image with a server: all texts.
    private ObjectNode properties(Server server, String id) {
        ObjectNode properties =
                JsonTree.object("min_ram", "0", "disk_format", "raw", "container_format", "bare", "base_image_ref", id);
        properties.put("min_disk", "1");
        cloud.images(server.project()).stream()
                .filter(image -> image.id().equals(id))
                .forEach(image -> image.properties().forEach(properties::put));
        if (cloud.release().since(Release.OF_2026_2)) {
            List<String> unknown = properties
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !name.matches(KNOWN))
                    .toList();
            properties.remove(unknown);
        }
        return properties;
    }

    private JsonNode flavor(Server server, int minor) {
        Flavor flavor = server.flavor();
        if (minor < 47) {
            return JsonTree.object("id", flavor.id(), "links", List.of(links.bookmark("flavors", flavor.id())));
        }
        return new Fields()
                .put("vcpus", flavor.vcpus())
                .put("ram", flavor.ram())
                .put("disk", flavor.disk())
                .put("ephemeral", 0)
                .put("swap", 0)
                .put("original_name", flavor.name())
                .put("extra_specs", JsonTree.object())
                .object();
    }

    private static JsonNode fault(Server server) {
        return JsonTree.object(
                "code",
                500,
                "created",
                Times.seconds(server.build().finished()),
                "message",
                server.build().failure().orElse(""));
    }

    static JsonNode groups(List<String> names) {
        return JsonTree.array(
                names.stream().map(name -> JsonTree.object("name", name)).toList());
    }

    /** A server's addresses by network. */
    ObjectNode addresses(Server server, boolean extended) {
        ObjectNode all = JsonTree.object();
        for (Port port : cloud.ports(server)) {
            String network = cloud.network(port.network()).map(Network::name).orElse("");
            all.withArray(network).add(address(port, port.address(), "fixed", extended));
            cloud.floatingAddress(port)
                    .ifPresent(address -> all.withArray(network).add(address(port, address, "floating", extended)));
        }
        return all;
    }

    private static ObjectNode address(Port port, String address, String type, boolean extended) {
        ObjectNode view = JsonTree.object("version", 4, "addr", address);
        if (extended) {
            view.put("OS-EXT-IPS:type", type);
            view.put("OS-EXT-IPS-MAC:mac_addr", port.mac());
        }
        return view;
    }
}
