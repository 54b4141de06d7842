package io.github.openstackmaven.output;

import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.launch.Launched;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a launch leaves for the rest of the build: Maven properties, and files that have nothing secret in them.
 *
 * @param adminPasswords by server id, where the cloud gives one
 * @param knownHosts the lines of {@code known_hosts}
 */
public record LaunchOutputs(List<LaunchedServer> servers, Map<String, Secret> adminPasswords, List<String> knownHosts) {
    private static final String KNOWN_HOSTS = "known_hosts";

    public LaunchOutputs {
        servers = List.copyOf(servers);
        adminPasswords = Map.copyOf(adminPasswords);
        knownHosts = List.copyOf(knownHosts);
    }

    /** What came of a launch. */
    public static LaunchOutputs of(List<Launched> launched, List<String> knownHosts) {
        Map<String, Secret> passwords = launched.stream()
                .filter(one -> one.adminPassword().isPresent())
                .collect(Collectors.toMap(
                        one -> one.server().id(), one -> one.adminPassword().orElseThrow()));
        return new LaunchOutputs(launched.stream().map(LaunchedServer::of).toList(), passwords, knownHosts);
    }

    /** These and what a later launch has come to; its servers take the place of those of the same name. */
    LaunchOutputs and(LaunchOutputs later) {
        Set<String> names = later.servers.stream().map(LaunchedServer::name).collect(Collectors.toSet());
        Map<String, Secret> passwords = new HashMap<>(adminPasswords);
        passwords.putAll(later.adminPasswords);
        return new LaunchOutputs(
                Stream.concat(servers.stream().filter(server -> !names.contains(server.name())), later.servers.stream())
                        .toList(),
                passwords,
                Stream.concat(knownHosts.stream(), later.knownHosts.stream())
                        .distinct()
                        .toList());
    }

    /** These without that server. */
    LaunchOutputs without(String id) {
        return new LaunchOutputs(
                servers.stream().filter(server -> !server.id().equals(id)).toList(), adminPasswords, knownHosts);
    }

    /** Takes servers that are gone out of the files of a folder. */
    static void remove(Path folder, Set<String> ids) {
        if (!ServersFile.isIn(folder)) return;
        List<LaunchedServer> all = ServersFile.read(folder).servers();
        List<LaunchedServer> gone =
                all.stream().filter(server -> ids.contains(server.id())).toList();
        if (gone.isEmpty()) return;
        HostKeys known = HostKeys.read(folder.resolve(KNOWN_HOSTS));
        List<LaunchedServer> left =
                all.stream().filter(server -> !ids.contains(server.id())).toList();
        new LaunchOutputs(left, Map.of(), known.without(gone)).write(folder);
    }

    /** The properties that a build with as many servers will want to know of, a line each. */
    public List<String> summary() {
        String wanted = servers.size() == 1 ? "openstack\\.server\\.(id|name|ip)" : "openstack\\.server\\..+\\.(id|ip)";
        return published().entrySet().stream()
                .filter(property -> property.getKey().matches(wanted))
                .map(property -> property.getKey() + " = " + property.getValue())
                .toList();
    }

    /**
     * {@code openstack.server.*} of the first server, {@code openstack.server.NAME.*} of each, {@code openstack.servers.*};
     * with the passwords, which belong in no log.
     */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>(published());
        forEachPrefix((prefix, server) -> {
            Secret password = adminPasswords.get(server.id());
            if (password != null) properties.put(prefix + "adminPassword", password.reveal());
        });
        return properties;
    }

    /**
     * Writes {@code servers.properties}, {@code servers.env}, {@code ssh_config}, {@code known_hosts}, {@code inventory.yml} and, last and
     * returned, {@code servers.json}.
     */
    Path write(Path folder) {
        Path hosts = folder.resolve(KNOWN_HOSTS).toAbsolutePath();
        new OutputFile(hosts).write(knownHosts.stream().map(line -> line + "\n").collect(Collectors.joining()));
        HostKeys keys = new HostKeys(hosts, knownHosts);
        new OutputFile(folder.resolve("ssh_config")).write(new SshConfig(servers, keys).text());
        new OutputFile(folder.resolve("inventory.yml")).write(new Inventory(servers, keys).text());
        new OutputFile(folder.resolve("servers.properties")).write(new PropertiesText(published()).text());
        new OutputFile(folder.resolve("servers.env")).write(new ServerVariables(servers).text());
        return new ServersFile(servers).write(folder);
    }

    private Map<String, String> published() {
        Map<String, String> properties = new LinkedHashMap<>();
        forEachPrefix((prefix, server) -> {
            properties.put(prefix + "id", server.id());
            properties.put(prefix + "name", server.name());
            server.ip().ifPresent(ip -> properties.put(prefix + "ip", ip));
            server.user().ifPresent(user -> properties.put(prefix + "user", user));
            server.keyFile().ifPresent(file -> properties.put(prefix + "keyFile", file));
        });
        properties.put(
                "openstack.servers.ids",
                servers.stream().map(LaunchedServer::id).collect(Collectors.joining(",")));
        properties.put(
                "openstack.servers.ips",
                servers.stream().flatMap(server -> server.ip().stream()).collect(Collectors.joining(",")));
        return properties;
    }

    private void forEachPrefix(BiConsumer<String, LaunchedServer> each) {
        servers.stream().findFirst().ifPresent(first -> each.accept("openstack.server.", first));
        servers.forEach(server -> each.accept("openstack.server." + server.name() + ".", server));
    }
}
