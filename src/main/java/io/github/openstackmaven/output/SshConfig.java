package io.github.openstackmaven.output;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ssh_config}: how {@code ssh -F ssh_config NAME} gets to each server that has an address. */
record SshConfig(List<LaunchedServer> servers, HostKeys keys) {

    /** The file's text. */
    String text() {
        return servers.stream().flatMap(this::host).collect(Collectors.joining("\n"));
    }

    private Stream<String> host(LaunchedServer server) {
        return server.ip().stream().map(ip -> lines(server, ip).collect(Collectors.joining()));
    }

    // The id is a name as well: of two servers whose names differ in odd characters alone, ssh takes the first.
    private Stream<String> lines(LaunchedServer server, String ip) {
        return Stream.of(
                        Stream.of(
                                "Host " + server.safeName() + " " + SafeName.of(server.id(), "") + "\n",
                                option("HostName", ip)),
                        server.port().stream().map(port -> option("Port", port.toString())),
                        server.user().stream().map(user -> option("User", SshValue.quoted(user))),
                        server.keyFile().stream()
                                .flatMap(file -> Stream.of(
                                        option("IdentityFile", SshValue.quoted(Path.of(file))),
                                        option("IdentitiesOnly", "yes"))),
                        Stream.of(
                                option("UserKnownHostsFile", SshValue.quoted(keys.file())),
                                option("StrictHostKeyChecking", keys.strictness(server))))
                .flatMap(part -> part);
    }

    private static String option(String name, String value) {
        return "    " + name + " " + value + "\n";
    }
}
