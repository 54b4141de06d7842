package io.github.openstackmaven.output;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The host keys of the servers, as far as they are known.
 *
 * @param file {@code known_hosts}, an absolute path
 * @param lines of it
 */
record HostKeys(Path file, List<String> lines) {

    /** What {@code StrictHostKeyChecking} is for a server: without a known key, the first one seen is taken for it. */
    String strictness(LaunchedServer server) {
        return lines.stream().anyMatch(line -> isOf(server, line)) ? "yes" : "accept-new";
    }

    /**
     * What a file has; nothing where there is none.
     *
     * @throws OpenStackException when it can't be read
     */
    static HostKeys read(Path file) {
        try {
            return new HostKeys(file, Files.exists(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException e) {
            throw FileProblem.cannot("read", file, e, "Check who may read it, or delete it.");
        }
    }

    /** The lines without those of servers that are gone: others may get their addresses. */
    List<String> without(List<LaunchedServer> gone) {
        return lines.stream()
                .filter(line -> gone.stream().noneMatch(server -> isOf(server, line)))
                .toList();
    }

    private static boolean isOf(LaunchedServer server, String line) {
        String address = server.ip().orElse("");
        String host = server.port().map(port -> "[" + address + "]:" + port).orElse(address);
        return line.startsWith(host + " ");
    }
}
