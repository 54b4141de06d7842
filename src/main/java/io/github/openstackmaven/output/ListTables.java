package io.github.openstackmaven.output;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.openstackmaven.Table;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Keypair;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.PreparedMark;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.SecurityGroup;
import io.github.openstackmaven.plan.ServerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a project has, as tables for people and values for programs. */
public final class ListTables {
    private static final String UNKNOWN = "unknown";
    private static final long MIB = 1 << 20;

    private ListTables() {}

    private record ListedServer(
            String name,
            String id,
            String status,
            Optional<String> ip,

            @JsonSerialize(contentUsing = ToStringSerializer.class)
            Optional<Instant> created,

            String project,
            Optional<String> host,

            @JsonSerialize(contentUsing = ToStringSerializer.class)
            Optional<Instant> expiresAt,

            Optional<String> ciUrl) {
        static ListedServer of(Server server) {
            Mark mark = Mark.inMetadata(server.metadata()).orElseThrow();
            return new ListedServer(
                    server.name(),
                    server.id(),
                    server.status(),
                    ServerAddress.best(server),
                    server.created(),
                    mark.project(),
                    Optional.ofNullable(server.metadata().get("maven:host")),
                    mark.expiresAt(),
                    Optional.ofNullable(server.metadata().get("maven:ci-url")));
        }

        List<String> cells(Instant now) {
            return List.of(
                    name,
                    id,
                    status,
                    ip.orElse(""),
                    created.map(at -> span(Duration.between(at, now))).orElse(UNKNOWN),
                    project,
                    host.orElse(""),
                    expiry(expiresAt, now),
                    ciUrl.orElse(""));
        }
    }

    /** The servers that this plugin launched, the oldest first, with age, owner and expiry. */
    public static Listing servers(List<Server> servers, Instant now) {
        return listing(
                List.of("NAME", "ID", "STATUS", "IP", "AGE", "PROJECT", "HOST", "EXPIRES", "CI JOB"),
                servers.stream()
                        .filter(server -> Mark.inMetadata(server.metadata()).isPresent())
                        .sorted(Comparator.comparing(server -> server.created().orElse(Instant.EPOCH)))
                        .map(ListedServer::of),
                server -> server.cells(now));
    }

    private static String expiry(Optional<Instant> expiresAt, Instant now) {
        return expiresAt
                .map(at -> at.isAfter(now)
                        ? "in " + span(Duration.between(now, at))
                        : "expired " + span(Duration.between(at, now)) + " ago")
                .orElse("never");
    }

    private record ListedImage(
            String name,
            String id,
            String status,

            @JsonSerialize(contentUsing = ToStringSerializer.class)
            Optional<Instant> created,

            int minDisk,
            int minRam) {}

    /** The images, by name; of one name the newest first. */
    public static Listing images(List<Image> images) {
        return listing(
                List.of("NAME", "ID", "STATUS", "CREATED", "MIN DISK (GiB)", "MIN RAM (MiB)"),
                images.stream()
                        .sorted(Comparator.comparing(Image::name)
                                .thenComparing(ListTables::created, Comparator.reverseOrder()))
                        .map(image -> new ListedImage(
                                image.name(),
                                image.id(),
                                image.status(),
                                image.createdAt(),
                                image.minDisk(),
                                image.minRam())),
                image -> List.of(
                        image.name(),
                        image.id(),
                        image.status(),
                        image.created().map(Instant::toString).orElse(UNKNOWN),
                        Integer.toString(image.minDisk()),
                        Integer.toString(image.minRam())));
    }

    private static Instant created(Image image) {
        return image.createdAt().orElse(Instant.EPOCH);
    }

    private record ListedPrepared(
            String name,
            String id,
            String status,
            String project,
            Optional<String> base,
            Optional<Long> size,

            @JsonSerialize(contentUsing = ToStringSerializer.class)
            Optional<Instant> created,

            @JsonSerialize(contentUsing = ToStringSerializer.class)
            Optional<Instant> usedAt,

            @JsonSerialize(contentUsing = ToStringSerializer.class)
            Optional<Instant> expiresAt) {
        static Stream<ListedPrepared> of(Image image, Function<String, Optional<String>> names) {
            return PreparedMark.of(image.name(), image.texts()).or(() -> making(image)).stream()
                    .map(mark -> new ListedPrepared(
                            image.name(),
                            image.id(),
                            image.status(),
                            mark.project(),
                            image.property("base_image_ref")
                                    .filter(id -> !id.isEmpty())
                                    .map(id -> names.apply(id).orElse(id)),
                            image.size(),
                            image.createdAt(),
                            mark.usedAt(),
                            mark.expiresAt()));
        }

        // It may have been used that it is made of; itself it was not.
        private static Optional<PreparedMark> making(Image image) {
            return image.property(PreparedMark.PREPARED)
                    .flatMap(digest -> Mark.inMetadata(image.texts())
                            .map(mark -> new PreparedMark(digest, mark.project(), Optional.empty(), mark.expiresAt())));
        }

        List<String> cells(Instant now) {
            return List.of(
                    name,
                    id,
                    status,
                    created.map(at -> span(Duration.between(at, now))).orElse(UNKNOWN),
                    usedAt.map(at -> span(Duration.between(at, now)) + " ago").orElse("never"),
                    expiry(expiresAt, now),
                    size.map(bytes -> Long.toString((bytes + MIB - 1) / MIB)).orElse(""),
                    project,
                    base.orElse(""));
        }
    }

    /**
     * The images that were prepared in a project, or are about to be, the oldest first, with age, last use and expiry.
     *
     * @param images all that it sees
     * @param project its id, where it is known
     */
    public static Listing prepared(List<Image> images, Optional<String> project, Instant now) {
        Map<String, String> names =
                images.stream().collect(Collectors.toMap(Image::id, Image::name, (one, same) -> one));
        return listing(
                List.of("NAME", "ID", "STATUS", "AGE", "LAST USED", "EXPIRES", "SIZE (MiB)", "PROJECT", "BASE IMAGE"),
                images.stream()
                        .filter(image -> image.property("owner").isEmpty()
                                || project.isEmpty()
                                || image.property("owner").equals(project))
                        .sorted(Comparator.comparing(ListTables::created))
                        .flatMap(image -> ListedPrepared.of(image, id -> Optional.ofNullable(names.get(id)))),
                image -> image.cells(now));
    }

    private record ListedFlavor(String name, String id, int vcpus, int ram, int disk) {}

    /** The flavors, the smallest first. */
    public static Listing flavors(List<Flavor> flavors) {
        return listing(
                List.of("NAME", "ID", "VCPUS", "RAM (MiB)", "DISK (GiB)"),
                flavors.stream()
                        .sorted(Comparator.comparingInt(Flavor::vcpus)
                                .thenComparing(Flavor::ram)
                                .thenComparing(Flavor::disk))
                        .map(flavor -> new ListedFlavor(
                                flavor.name(), flavor.id(), flavor.vcpus(), flavor.ram(), flavor.disk())),
                flavor -> List.of(
                        flavor.name(),
                        flavor.id(),
                        Integer.toString(flavor.vcpus()),
                        Integer.toString(flavor.ram()),
                        Integer.toString(flavor.disk())));
    }

    private record ListedNetwork(String name, String id, boolean shared, boolean external) {}

    /** The networks, by name. */
    public static Listing networks(List<Network> networks) {
        return listing(
                List.of("NAME", "ID", "SHARED", "EXTERNAL"),
                networks.stream()
                        .sorted(Comparator.comparing(Network::name))
                        .map(network ->
                                new ListedNetwork(network.name(), network.id(), network.shared(), network.external())),
                network -> List.of(network.name(), network.id(), yes(network.shared()), yes(network.external())));
    }

    private record ListedKeypair(String name, String type, String fingerprint) {}

    /** The user's keypairs, by name. */
    public static Listing keypairs(List<Keypair> keypairs) {
        return listing(
                List.of("NAME", "TYPE", "FINGERPRINT"),
                keypairs.stream()
                        .sorted(Comparator.comparing(Keypair::name))
                        .map(keypair -> new ListedKeypair(keypair.name(), keypair.type(), keypair.fingerprint())),
                keypair -> List.of(keypair.name(), keypair.type(), keypair.fingerprint()));
    }

    private record ListedSecurityGroup(String name, String id, int rules, String description) {}

    /** The security groups, by name. */
    public static Listing securityGroups(List<SecurityGroup> groups) {
        return listing(
                List.of("NAME", "ID", "RULES", "DESCRIPTION"),
                groups.stream()
                        .sorted(Comparator.comparing(SecurityGroup::name))
                        .map(group -> new ListedSecurityGroup(
                                group.name(), group.id(), group.rules().size(), group.description())),
                group -> List.of(group.name(), group.id(), Integer.toString(group.rules()), group.description()));
    }

    /** A duration in its two greatest units: {@code 3 d 4 h}, {@code 5 min 10 s}. */
    static String span(Duration duration) {
        if (duration.toDays() > 0) return duration.toDays() + " d " + duration.toHoursPart() + " h";
        if (duration.toHours() > 0) return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "";
    }

    private static <T extends Record> Listing listing(
            List<String> header, Stream<T> things, Function<T, List<String>> row) {
        List<T> all = things.toList();
        return new Listing(new Table(header, all.stream().map(row).toList()), all);
    }
}
