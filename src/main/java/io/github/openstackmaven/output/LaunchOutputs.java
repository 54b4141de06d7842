package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.plan.Plan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a launch leaves for the rest of the build: Maven properties and {@code servers.json}. */
public record LaunchOutputs(List<LaunchedServer> servers) {

    public LaunchOutputs {
        servers = List.copyOf(servers);
    }

    /** What came of a plan. */
    public static LaunchOutputs of(Plan plan, List<Server> servers) {
        return new LaunchOutputs(IntStream.range(0, servers.size())
                .mapToObj(index -> LaunchedServer.of(plan.servers().get(index), servers.get(index)))
                .toList());
    }

    /** The properties that a build with as many servers will want to know of, a line each. */
    public List<String> summary() {
        String wanted = servers.size() == 1 ? "openstack\\.server\\.(id|name|ip)" : "openstack\\.server\\..+\\.(id|ip)";
        return properties().entrySet().stream()
                .filter(property -> property.getKey().matches(wanted))
                .map(property -> property.getKey() + " = " + property.getValue())
                .toList();
    }

    /** {@code openstack.server.*} of the first server, {@code openstack.server.NAME.*} of each, {@code openstack.servers.*}. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        servers.stream().findFirst().ifPresent(first -> put(properties, "openstack.server.", first));
        servers.forEach(server -> put(properties, "openstack.server." + server.name() + ".", server));
        properties.put(
                "openstack.servers.ids",
                joined(servers.stream().map(LaunchedServer::id).toList()));
        properties.put(
                "openstack.servers.ips",
                joined(servers.stream().flatMap(server -> server.ip().stream()).toList()));
        return properties;
    }

    /** Writes {@code servers.json}. */
    public Path write(Path folder) {
        Path file = folder.resolve("servers.json");
        new OutputFile(file).write(Json.writePretty(this));
        return file;
    }

    private static void put(Map<String, String> properties, String prefix, LaunchedServer server) {
        properties.put(prefix + "id", server.id());
        properties.put(prefix + "name", server.name());
        server.ip().ifPresent(ip -> properties.put(prefix + "ip", ip));
    }

    private static String joined(List<String> values) {
        return values.stream().collect(Collectors.joining(","));
    }
}
