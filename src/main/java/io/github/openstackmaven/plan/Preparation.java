package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageUsers;
import io.github.openstackmaven.ledger.PreparedMark;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A preparation with its names resolved: what an image of it is known by, and the server that it is made on.
 *
 * @param server that is to boot from it, as it is described
 * @param spec what is done
 * @param base the image it is made from
 * @param description the digest of what is done, whatever it is made from
 */
public record Preparation(ServerSpec server, PrepareSpec spec, Image base, String description) {
    private static final String SUFFIX = "-prepare";
    private static final int LONGEST_NAME = 255; // Glance's and Nova's limit

    /**
     * Checks what can be known before anything is made.
     *
     * @throws OpenStackException when it is not known who logs in
     */
    Preparation checked() {
        if (login().user().or(base::adminUser).isPresent()) return this;
        ImageUsers users = ImageUsers.of(base);
        throw new OpenStackException(
                "<prepare> of server '" + server.name() + "' logs in, and as whom is not known",
                users.unsaid() + ": set <user>" + users.usual().orElse("USER") + "</user> in <prepare>.");
    }

    /** The digest of what is done and what it is made from. */
    public String digest() {
        return PreparationDigest.of(description, base.id());
    }

    /** The image's name: {@code NAME-prepared-DIGEST8}. */
    public String imageName() {
        return limited(server.name(), PreparedMark.suffix(digest()));
    }

    /** The name of the server that it is made on: {@code NAME-prepare}. */
    public String serverName() {
        return limited(server.name(), SUFFIX);
    }

    /** The image's properties: what it is found by, and whose it is while it is made. */
    Map<String, String> properties(Marking marking) {
        Map<String, String> properties = new HashMap<>(marking.metadata());
        properties.put(PreparedMark.PREPARED, digest());
        properties.put(PreparedMark.DESCRIPTION, description);
        return Map.copyOf(properties);
    }

    /** Whether an image is one of it; a user's snapshot of a server made of one has its properties, and another name. */
    boolean isOf(Image image) {
        return image.name().endsWith(PreparedMark.suffix(digest()))
                && image.property(PreparedMark.PREPARED)
                        .filter(digest()::equals)
                        .isPresent();
    }

    /** What stands for the image wherever its id does not matter, or is not known yet: {@code prepared:DIGEST}. */
    Image standIn() {
        return new Image(
                "prepared:" + digest(),
                imageName(),
                "queued",
                Optional.empty(),
                base.minDisk(),
                base.minRam(),
                base.size(),
                base.virtualSize(),
                base.adminUser(),
                base.distro(),
                Map.of());
    }

    /** The server that it is made on; it is logged in to with a key of its own, and leaves the server's addresses to it. */
    public ServerSpec onServer() {
        AccessSpec access = server.access();
        return ServerSpec.builder(serverName(), boot(), spec.flavor().orElse(server.flavor()))
                .networks(spec.networks().orElseGet(server.networks()::beside))
                .access(new AccessSpec(
                        access.securityGroups(),
                        access.ingress(),
                        new KeySpec.Ephemeral(),
                        access.floatingIp(),
                        access.ipv6First()))
                .metadata(server.metadata())
                .options(ServerOptions.builder()
                        .userData(spec.userData())
                        .configDrive(server.options().configDrive())
                        .availabilityZones(server.options().availabilityZones())
                        .build())
                .waitFor(WaitFor.loginAndCloudInit(login()))
                .build();
    }

    // As its server does: the flavors of some clouds have no disk to boot from.
    private BootSpec boot() {
        ImageSpec image = new ImageSpec.Named(base.id());
        return server.boot()
                .match(
                        disk -> new BootSpec.LocalDisk(image),
                        on -> on.volume()
                                .toBeMade()
                                .<BootSpec>map(made -> new BootSpec.OnVolume(new VolumeSpec.New(
                                        Optional.empty(),
                                        new VolumeSpec.OfImage(image),
                                        made.size(),
                                        made.type(),
                                        false)))
                                .orElseThrow(() -> needsImage(server)));
    }

    private WaitFor.Ssh login() {
        WaitFor.Ssh ofServer = server.waitFor().ssh().orElseGet(WaitFor.Ssh::standard);
        return new WaitFor.Ssh(spec.user().or(ofServer::user), ofServer.port(), Optional.empty(), Optional.empty());
    }

    static OpenStackException needsImage(ServerSpec server) {
        return new OpenStackException(
                "Server '" + server.name() + "' has <prepare>, and boots from no image",
                "Set its <image>, or leave <prepare> out: what is on a volume or a snapshot is not prepared.");
    }

    private static String limited(String name, String suffix) {
        int most = LONGEST_NAME - suffix.length();
        return (name.length() > most ? name.substring(0, most) : name) + suffix;
    }
}
