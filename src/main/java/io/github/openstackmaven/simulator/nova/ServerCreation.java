package io.github.openstackmaven.simulator.nova;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Flavor;
import io.github.openstackmaven.simulator.state.Ids;
import io.github.openstackmaven.simulator.state.Image;
import io.github.openstackmaven.simulator.state.Keypair;
import io.github.openstackmaven.simulator.state.Server;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Makes servers of requests, or says why not, in the order Nova looks at things. */
final class ServerCreation {
    private static final String ZONE = "nova";
    private final CloudState cloud;
    private final Quotas quotas;
    private final ServerNetworks networks;
    private final ServerDisks disks;

    ServerCreation(CloudState cloud, Quotas quotas) {
        this.cloud = cloud;
        this.quotas = quotas;
        this.networks = new ServerNetworks(cloud);
        this.disks = new ServerDisks(cloud);
    }

    /** Creates as many as were asked for. */
    List<Server> create(Call call) {
        JsonNode body = ServerSchema.create(call.minor(), cloud.release()).read(call);
        JsonNode asked = body.get("server");
        if (ServerSchema.HOSTS.stream().anyMatch(asked::has) && !call.caller().isAdmin()) {
            throw Rejection.forbidden(
                    "Policy doesn't allow compute:servers:create:requested_destination to be performed.");
        }
        int min = asked.path("min_count").asInt(1);
        int max = asked.path("max_count").asInt(min);
        if (min > max) throw Rejection.badRequest("min_count must be <= max_count");
        networks.checkFormat(asked);
        Optional<Image> named = image(asked);
        BlockDevices devices = BlockDevices.of(cloud, asked).or(named);
        Optional<Image> booted = named.isPresent() ? named : devices.bootImage(call.project());
        Flavor flavor = flavor(asked);
        checkZone(asked);
        devices.checkVolumes(call.project(), max);
        booted.ifPresent(image -> checkFit(image, flavor, devices));
        checkGroup(call, body);
        List<ServerNetworks.Wish> wishes = networks.wishes(call.project(), asked, call.minor());
        int count = quotas.admit(call.project(), flavor, min, max);
        List<String> groups = securityGroups(call.project(), asked);
        Optional<Keypair> key = key(call, asked);
        MetadataApi.checkNumber(JsonTree.texts(asked.path("metadata")));
        devices.check(call, flavor);
        List<Server> created = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            String name = asked.get("name").asText() + (max > 1 ? "-" + n : "");
            created.add(create(call, asked, name, flavor, named, key, groups, wishes, devices));
        }
        joinGroup(body, created);
        return created;
    }

    private Server create(
            Call call,
            JsonNode asked,
            String name,
            Flavor flavor,
            Optional<Image> image,
            Optional<Keypair> key,
            List<String> groups,
            List<ServerNetworks.Wish> wishes,
            BlockDevices devices) {
        Instant now = cloud.now();
        String id = Ids.random();
        Map<String, String> metadata = JsonTree.texts(asked.path("metadata"));
        boolean placed = flavor.fits() || devices.bootsFromVolume();
        Duration takes = placed ? cloud.nextBuildTime().plus(seconds(metadata, "oslab_build_delay")) : Duration.ZERO;
        Optional<String> lacking = disks.attach(call, id, devices, placed ? Optional.of(takes) : Optional.empty());
        Optional<String> failure = failure(id, placed, metadata, wishes).or(() -> lacking);
        // Before 2.19 the name was the description as well.
        Optional<String> description = call.minor() < 19 ? Optional.of(name) : JsonTree.text(asked, "description");
        List<String> tags = new ArrayList<>();
        asked.path("tags").forEach(tag -> tags.add(tag.asText()));
        Server.Labels labels = new Server.Labels(name, description, metadata, List.copyOf(tags));
        Server.Build build = new Server.Build(now, now.plus(takes), failure, seconds(metadata, "oslab_boot_delay"));
        Server server = Server.builder(id, call.project(), call.caller().user(), labels, flavor, build)
                .image(image.map(Image::id))
                .keypair(key)
                .securityGroups(groups)
                .configDrive(asked.path("config_drive").asText("").matches("(?i)true|1|on|yes"))
                .ports(failure.isPresent() ? List.of() : networks.attach(id, call.project(), wishes, groups))
                .createdBy(call.requestId());
        cloud.servers().put(server);
        return server;
    }

    private static Optional<String> failure(
            String id, boolean placed, Map<String, String> metadata, List<ServerNetworks.Wish> wishes) {
        if (!placed) return Optional.of(Server.Build.NO_HOST);
        return Optional.ofNullable(metadata.get("oslab_build_fail"))
                .map(text -> "Build of instance " + id + " aborted: " + text)
                .or(() -> wishes.stream()
                        .flatMap(wish -> wish.failure(id).stream())
                        .findFirst());
    }

    private Flavor flavor(JsonNode asked) {
        String id = asked.get("flavorRef").asText();
        return cloud.flavor(id).orElseThrow(() -> Rejection.badRequest("Flavor " + id + " could not be found."));
    }

    private Optional<Image> image(JsonNode asked) {
        String id = asked.path("imageRef").asText("");
        if (id.isEmpty()) return Optional.empty();
        Image image = cloud.image(id).orElseThrow(() -> Rejection.badRequest("Can not find requested image"));
        if (!image.isActive()) throw Rejection.badRequest("Image " + id + " is not active.");
        return Optional.of(image);
    }

    private static void checkZone(JsonNode asked) {
        String zone = asked.path("availability_zone").asText(ZONE);
        if (!zone.equals(ZONE)) throw Rejection.badRequest("The requested availability zone is not available");
    }

    private static void checkFit(Image image, Flavor flavor, BlockDevices devices) {
        if (flavor.ram() < image.minRam()) {
            throw Rejection.badRequest("Flavor's memory is too small for requested image.");
        }
        if (devices.bootsFromVolume()) devices.checkFit(image);
        else if (flavor.disk() < image.minDisk()) {
            throw Rejection.badRequest("Flavor's disk is too small for requested image.");
        }
    }

    private void checkGroup(Call call, JsonNode body) {
        group(body).ifPresent(id -> {
            if (cloud.serverGroups().find(call.project(), id).isEmpty()) {
                throw Rejection.badRequest("Instance group " + id + " could not be found.");
            }
        });
    }

    private void joinGroup(JsonNode body, List<Server> created) {
        List<String> ids = created.stream().map(Server::id).toList();
        group(body)
                .flatMap(cloud.serverGroups()::find)
                .map(group -> group.with(ids))
                .ifPresent(cloud.serverGroups()::put);
    }

    private static Optional<String> group(JsonNode body) {
        return JsonTree.text(body.path("os:scheduler_hints"), "group")
                .or(() -> JsonTree.text(body.path("OS-SCH-HNT:scheduler_hints"), "group"));
    }

    private List<String> securityGroups(String project, JsonNode asked) {
        List<String> wanted = StreamSupport.stream(asked.path("security_groups").spliterator(), false)
                .map(group -> group.path("name").asText())
                .distinct()
                .toList();
        for (String name : wanted) {
            if (cloud.securityGroup(project, name).isEmpty()) {
                throw Rejection.badRequest("Unable to find security_group with name or id '" + name + "'");
            }
        }
        return wanted.isEmpty() ? List.of("default") : wanted;
    }

    private Optional<Keypair> key(Call call, JsonNode asked) {
        return JsonTree.text(asked, "key_name")
                .map(name -> cloud.keypair(call.caller().user(), name)
                        .orElseThrow(() -> Rejection.badRequest("Invalid key_name provided.")));
    }

    static Duration seconds(Map<String, String> metadata, String key) {
        String text = metadata.getOrDefault(key, "0");
        return text.matches("\\d{1,6}(\\.\\d{1,3})?")
                ? Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000))
                : Duration.ZERO;
    }
}
