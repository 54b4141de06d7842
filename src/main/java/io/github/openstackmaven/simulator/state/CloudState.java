package io.github.openstackmaven.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is on the cloud now. One call at a time gets at it. */
public final class CloudState {
    // Nova keeps them until somebody archives them.
    private static final Duration MEMORY = Duration.ofDays(1);
    private final InstantSource clock;
    private final BuildTime buildTime;
    private final Duration snapshotTime;
    private final Limits limits;
    private final Rows<Image> images = new Rows<>();
    private final Rows<Image> formerImages = new Rows<>();
    private final Release release;
    private final List<Flavor> flavors;
    private final List<Network> networks;
    private final Map<String, Network> networksById;
    private final Rows<Server> servers = new Rows<>();
    private final Rows<Server> deleted = new Rows<>();
    private final Rows<Port> ports = new Rows<>();
    private final Rows<FloatingIp> floatingIps = new Rows<>();
    private final Rows<SecurityGroup> securityGroups = new Rows<>();
    private final Rows<ServerGroup> serverGroups = new Rows<>();
    private final List<Keypair> keypairs = new ArrayList<>();
    private final Storage storage;
    private int macs;
    private int built;

    /**
     * A cloud that has that.
     *
     * @param buildTime from BUILD to ACTIVE
     * @param snapshotTime until a server's image is active
     * @param limits how much of it projects may have
     */
    public CloudState(
            InstantSource clock,
            BuildTime buildTime,
            Duration snapshotTime,
            Limits limits,
            Release release,
            Contents contents) {
        this.clock = clock;
        this.buildTime = buildTime;
        this.snapshotTime = snapshotTime;
        this.limits = limits;
        this.release = release;
        this.flavors = contents.flavors();
        this.networks = contents.networks();
        this.networksById = networks.stream().collect(Collectors.toMap(Network::id, Function.identity()));
        this.storage = new Storage(buildTime.pace());
        contents.images().forEach(images::put);
        contents.servers().forEach(servers::put);
        contents.ports().forEach(ports::put);
        contents.securityGroups().forEach(securityGroups::put);
        keypairs.addAll(contents.keypairs());
    }

    /** How long the next server takes from BUILD to ACTIVE. */
    public Duration nextBuildTime() {
        built++;
        return buildTime.of(built);
    }

    /** How long a server's deletion takes. */
    public Duration deletionTime() {
        return buildTime.pace();
    }

    /** How long a server is shown as deleted before it is gone; after {@link #deletionTime}. */
    public Duration lingering() {
        return release == Release.EPOXY ? buildTime.pace() : Duration.ZERO;
    }

    public Release release() {
        return release;
    }

    public Limits limits() {
        return limits;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Lets happen what was due: servers whose deletion is over go, with the ports and volumes that were made for them. */
    public void settle() {
        Instant now = now();
        storage.settle(now);
        images.stream()
                .filter(image -> image.content().saved().isPresent())
                .forEach(image -> images.put(image.settled(now)));
        servers.stream()
                .filter(server -> server.phase(now) == Server.Phase.ERROR && !server.isUnplaced())
                .forEach(server -> storage.letGo(server, now));
        List<Server> gone =
                servers.stream().filter(server -> server.isGone(now)).toList();
        for (Server server : gone) {
            servers.remove(server.id());
            deleted.put(server);
            serverGroups.stream()
                    .filter(group -> group.has(server.id()))
                    .forEach(group -> serverGroups.put(group.without(server.id())));
            storage.release(server, now);
            ports.stream()
                    .filter(port -> port.device().filter(server.id()::equals).isPresent())
                    .forEach(this::release);
        }
        deleted.removeIf(server -> server.isGone(now.minus(MEMORY)));
    }

    /** A server will not come up. */
    public synchronized void fail(String server, String reason) {
        servers.find(server)
                .map(one -> one.with(one.build().failing("Build of instance " + server + " aborted: " + reason)))
                .ifPresent(servers::put);
    }

    /** A server will stay in BUILD. */
    public synchronized void stick(String server) {
        servers.find(server).map(one -> one.with(one.build().sticking())).ifPresent(servers::put);
    }

    private void release(Port port) {
        if (port.preMade()) {
            ports.put(port.released(now()));
        } else {
            removePort(port);
        }
    }

    /** Takes a port away, and floating IPs off it. */
    public void removePort(Port port) {
        ports.remove(port.id());
        floatingIps.stream()
                .filter(floating -> floating.port().filter(port.id()::equals).isPresent())
                .map(floating -> floating.with(Optional.empty(), floating.description(), now()))
                .forEach(floatingIps::put);
    }

    /** Volumes and snapshots. */
    public Storage storage() {
        return storage;
    }

    public List<Image> images(String project) {
        return images.stream().filter(image -> image.isSeenBy(project)).toList();
    }

    public Optional<Image> image(String id) {
        return images.find(id);
    }

    /** Images, whoever sees them. */
    public Rows<Image> images() {
        return images;
    }

    /** An image, be it deleted: servers that were made of it know what it was. */
    public Optional<Image> imageEver(String id) {
        return image(id).or(() -> formerImages.find(id));
    }

    /** Deletes an image. */
    public void removeImage(Image image) {
        images.remove(image.id());
        formerImages.removeIf(former -> !isUsed(former.id()));
        formerImages.put(image);
    }

    private boolean isUsed(String image) {
        return Stream.concat(servers.stream(), deleted.stream())
                        .anyMatch(server -> server.image().filter(image::equals).isPresent())
                || Stream.concat(images.stream(), formerImages.stream())
                        .anyMatch(other -> image.equals(other.properties().get("base_image_ref")));
    }

    /** How long the image of a server takes until it is active. */
    public Duration snapshotTime() {
        return snapshotTime;
    }

    public List<Flavor> flavors() {
        return flavors;
    }

    public Optional<Flavor> flavor(String id) {
        return flavors.stream().filter(flavor -> flavor.id().equals(id)).findFirst();
    }

    public List<Network> networks() {
        return networks;
    }

    public Optional<Network> network(String id) {
        return Optional.ofNullable(networksById.get(id));
    }

    public Rows<Server> servers() {
        return servers;
    }

    /** Those that are gone: what was done to them can still be asked. */
    public Rows<Server> deleted() {
        return deleted;
    }

    /** ACTIVE once the server it belongs to is on a host. */
    public String status(Port port) {
        boolean up = port.device().flatMap(servers::find).stream()
                .anyMatch(server ->
                        Set.of(Server.Phase.SPAWNING, Server.Phase.ACTIVE).contains(server.phase(now())));
        return up ? "ACTIVE" : "DOWN";
    }

    public String subnet(Port port) {
        return network(port.network()).map(Network::subnet).orElse("");
    }

    /** The router a network is behind. */
    public Optional<String> router(String network) {
        return ports.stream()
                .filter(port -> port.network().equals(network) && port.owner().equals(Port.ROUTER))
                .flatMap(port -> port.device().stream())
                .findFirst();
    }

    public Rows<Port> ports() {
        return ports;
    }

    public List<Port> ports(Server server) {
        return server.ports().stream().flatMap(id -> ports.find(id).stream()).toList();
    }

    public Rows<FloatingIp> floatingIps() {
        return floatingIps;
    }

    /** The floating address that leads to a port. */
    public Optional<String> floatingAddress(Port port) {
        return floatingIps.stream()
                .filter(floating -> floating.port().filter(port.id()::equals).isPresent())
                .map(FloatingIp::address)
                .findFirst();
    }

    public Rows<SecurityGroup> securityGroups() {
        return securityGroups;
    }

    /** A project's group by name or id. */
    public Optional<SecurityGroup> securityGroup(String project, String nameOrId) {
        return securityGroups.of(project).stream()
                .filter(group -> group.name().equals(nameOrId) || group.id().equals(nameOrId))
                .findFirst();
    }

    public Rows<ServerGroup> serverGroups() {
        return serverGroups;
    }

    public List<Keypair> keypairs() {
        return keypairs;
    }

    public Optional<Keypair> keypair(String user, String name) {
        return keypairs.stream()
                .filter(keypair -> keypair.user().equals(user) && keypair.name().equals(name))
                .findFirst();
    }

    /** The lowest address of a network that nothing has. */
    public Optional<String> freeAddress(Network network) {
        Set<String> taken = taken(network);
        return network.addresses().filter(address -> !taken.contains(address)).findFirst();
    }

    public boolean isFree(Network network, String address) {
        return network.has(address) && !taken(network).contains(address);
    }

    private Set<String> taken(Network network) {
        return Stream.concat(
                        ports.stream()
                                .filter(port -> port.network().equals(network.id()))
                                .map(Port::address),
                        floatingIps.stream()
                                .filter(floating -> floating.network().equals(network.id()))
                                .map(FloatingIp::address))
                .collect(Collectors.toCollection(HashSet::new));
    }

    public String nextMac() {
        macs++;
        return "fa:16:3e:%02x:%02x:%02x".formatted(macs >> 16 & 255, macs >> 8 & 255, macs & 255);
    }
}
