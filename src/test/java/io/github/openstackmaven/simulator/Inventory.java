package io.github.openstackmaven.simulator;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there really is on a simulator, whatever its answers say.
 *
 * @param things all that can be made and deleted
 * @param launches of all servers there ever were the mark {@code maven:launch}
 */
public record Inventory(Set<Thing> things, List<String> launches) {
    // In texts that have several, it is the last.
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * Something on the cloud.
     *
     * @param id of a keypair its name
     * @param marks the text that has its marks
     */
    public record Thing(String kind, String id, String name, String marks) {
        @Override
        public String toString() {
            return kind + " " + name + " " + id;
        }
    }

    /** What there is now. */
    public static Inventory of(Simulator simulator) {
        CloudState cloud = simulator.cloud();
        synchronized (cloud) {
            cloud.settle();
            return new Inventory(things(cloud), launches(cloud));
        }
    }

    /** What there is that was not there before. */
    public Set<Thing> since(Inventory before) {
        Set<Thing> newer = new LinkedHashSet<>(things);
        newer.removeAll(before.things());
        return newer;
    }

    /** How often each launch has made a server, where it has more than once. */
    public Map<String, Long> doubles() {
        return launches.stream()
                .collect(Collectors.groupingBy(launch -> launch, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The mark {@code maven:launch} of a thing. */
    public Optional<String> launch(Thing thing) {
        return MARK.matcher(thing.marks()).results().map(MatchResult::group).reduce((first, second) -> second);
    }

    private static Set<Thing> things(CloudState cloud) {
        List<Thing> all = new ArrayList<>();
        cloud.servers().stream()
                .forEach(one ->
                        all.add(new Thing("server", one.id(), one.labels().name(), launch(one))));
        cloud.ports().stream().forEach(one -> all.add(new Thing("port", one.id(), one.name(), one.description())));
        cloud.floatingIps().stream()
                .forEach(one -> all.add(new Thing("floating IP", one.id(), one.address(), one.description())));
        cloud.securityGroups().stream()
                .forEach(one -> all.add(new Thing("security group", one.id(), one.name(), one.description())));
        cloud.serverGroups().stream()
                .forEach(one -> all.add(new Thing("server group", one.id(), one.name(), one.name())));
        cloud.keypairs().forEach(one -> all.add(new Thing("keypair", one.name(), one.name(), one.name())));
        cloud.storage().volumes().stream()
                .forEach(one -> all.add(new Thing(
                        "volume",
                        one.id(),
                        one.labels().name().orElse(""),
                        launch(one.labels().metadata()))));
        return Set.copyOf(all);
    }

    private static List<String> launches(CloudState cloud) {
        return Stream.concat(cloud.servers().stream(), cloud.deleted().stream())
                .map(Inventory::launch)
                .toList();
    }

    // Of servers of one create each has its own.
    private static String launch(Server server) {
        Map<String, String> metadata = server.labels().metadata();
        return launch(metadata)
                + (metadata.containsKey("maven:servers") ? "/" + server.labels().name() : "");
    }

    private static String launch(Map<String, String> metadata) {
        return metadata.getOrDefault("maven:launch", "none");
    }
}
