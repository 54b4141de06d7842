package io.github.openstackmaven.output;

import io.github.openstackmaven.Table;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.compute.Keypair;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.network.Network;
import io.github.openstackmaven.network.SecurityGroup;
import io.github.openstackmaven.plan.ServerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a project has, as tables for people. */
public final class ListTables {
    private static final String UNKNOWN = "unknown";

    private ListTables() {}

    /** The servers that this plugin launched, the oldest first, with age, owner and expiry. */
    public static Table servers(List<Server> servers, Instant now) {
        return table(
                List.of("NAME", "ID", "STATUS", "IP", "AGE", "PROJECT", "HOST", "EXPIRES", "CI JOB"),
                servers.stream()
                        .filter(server -> Mark.inMetadata(server.metadata()).isPresent())
                        .sorted(Comparator.comparing(server -> server.created().orElse(Instant.EPOCH))),
                server -> row(server, Mark.inMetadata(server.metadata()).orElseThrow(), now));
    }

    private static List<String> row(Server server, Mark mark, Instant now) {
        return List.of(
                server.name(),
                server.id(),
                server.status(),
                ServerAddress.best(server).orElse(""),
                server.created().map(at -> span(Duration.between(at, now))).orElse(UNKNOWN),
                mark.project(),
                server.metadata().getOrDefault("maven:host", ""),
                expiry(mark.expiresAt(), now),
                server.metadata().getOrDefault("maven:ci-url", ""));
    }

    private static String expiry(Optional<Instant> expiresAt, Instant now) {
        return expiresAt
                .map(at -> at.isAfter(now)
                        ? "in " + span(Duration.between(now, at))
                        : "expired " + span(Duration.between(at, now)) + " ago")
                .orElse("never");
    }

    /** The images, by name; of one name the newest first. */
    public static Table images(List<Image> images) {
        return table(
                List.of("NAME", "ID", "STATUS", "CREATED", "MIN DISK (GiB)", "MIN RAM (MiB)"),
                images.stream()
                        .sorted(Comparator.comparing(Image::name)
                                .thenComparing(ListTables::created, Comparator.reverseOrder())),
                image -> List.of(
                        image.name(),
                        image.id(),
                        image.status(),
                        image.createdAt().map(Instant::toString).orElse(UNKNOWN),
                        Integer.toString(image.minDisk()),
                        Integer.toString(image.minRam())));
    }

    private static Instant created(Image image) {
        return image.createdAt().orElse(Instant.EPOCH);
    }

    /** The flavors, the smallest first. */
    public static Table flavors(List<Flavor> flavors) {
        return table(
                List.of("NAME", "ID", "VCPUS", "RAM (MiB)", "DISK (GiB)"),
                flavors.stream()
                        .sorted(Comparator.comparingInt(Flavor::vcpus)
                                .thenComparing(Flavor::ram)
                                .thenComparing(Flavor::disk)),
                flavor -> List.of(
                        flavor.name(),
                        flavor.id(),
                        Integer.toString(flavor.vcpus()),
                        Integer.toString(flavor.ram()),
                        Integer.toString(flavor.disk())));
    }

    /** The networks, by name. */
    public static Table networks(List<Network> networks) {
        return table(
                List.of("NAME", "ID", "SHARED", "EXTERNAL"),
                networks.stream().sorted(Comparator.comparing(Network::name)),
                network -> List.of(network.name(), network.id(), yes(network.shared()), yes(network.external())));
    }

    /** The user's keypairs, by name. */
    public static Table keypairs(List<Keypair> keypairs) {
        return table(
                List.of("NAME", "TYPE", "FINGERPRINT"),
                keypairs.stream().sorted(Comparator.comparing(Keypair::name)),
                keypair -> List.of(keypair.name(), keypair.type(), keypair.fingerprint()));
    }

    /** The security groups, by name. */
    public static Table securityGroups(List<SecurityGroup> groups) {
        return table(
                List.of("NAME", "ID", "RULES", "DESCRIPTION"),
                groups.stream().sorted(Comparator.comparing(SecurityGroup::name)),
                group -> List.of(
                        group.name(), group.id(), Integer.toString(group.rules().size()), group.description()));
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

    private static <T> Table table(List<String> header, Stream<T> things, Function<T, List<String>> row) {
        return new Table(header, things.map(row).toList());
    }
}
