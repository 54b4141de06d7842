package io.github.openstackmaven.compute;

import io.github.openstackmaven.http.Microversion;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a create may ask for beyond Nova 2.1, and the microversion it came with:
 * <a href="https://docs.openstack.org/nova/latest/reference/api-microversion-history.html">API microversion history</a>.
 */
@SuppressWarnings("ImmutableEnumChecker") // the predicates have no state
public enum ServerFeature {
    DESCRIPTION("description", 19, server -> server.description().isPresent()),
    ALLOCATION("networks", 37, ServerFeature::allocatesNetworks),
    INTERFACE_TAG("tag", 42, ServerFeature::tagsInterfaces),
    DISK_TAG(
            "tag",
            42,
            server -> server.blockDevices().stream().anyMatch(disk -> disk.tag().isPresent())),
    TAGS("tags", 52, server -> !server.tags().isEmpty()),
    VOLUME_TYPE(
            "type",
            67,
            server -> server.blockDevices().stream()
                    .anyMatch(disk -> disk.volumeType().isPresent())),
    HOSTNAME("hostname", 90, server -> server.hostname().isPresent()),
    DOMAIN(
            "hostname",
            94,
            server -> server.hostname().filter(ServerFeature::hasDomain).isPresent());

    private final String element;
    private final Microversion since;
    private final Predicate<ServerCreate> asked;

    ServerFeature(String element, int minor, Predicate<ServerCreate> asked) {
        this.element = element;
        this.since = new Microversion(2, minor);
        this.asked = asked;
    }

    /** Those that this create asks for. */
    static Stream<ServerFeature> of(ServerCreate server) {
        return Arrays.stream(values()).filter(feature -> feature.asked.test(server));
    }

    /** The least microversion that knows it. */
    public Microversion since() {
        return since;
    }

    /** {@code <tags> needs microversion 2.52}. */
    @Override
    public String toString() {
        return "<" + element + "> needs microversion " + since;
    }

    /** Whether a server's name on its network is one in a domain, with dots. */
    public static boolean hasDomain(String hostname) {
        return hostname.contains(".");
    }

    private static boolean allocatesNetworks(ServerCreate server) {
        return server.networks()
                .filter(ServerCreate.Allocation.class::isInstance)
                .isPresent();
    }

    private static boolean tagsInterfaces(ServerCreate server) {
        return server.networks().stream()
                .flatMap(networks -> networks.interfaces().stream())
                .anyMatch(one -> one.tag().isPresent());
    }
}
