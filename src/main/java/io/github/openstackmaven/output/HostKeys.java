package io.github.openstackmaven.output;

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
        String address = server.ip().orElse("");
        String host = server.port().map(port -> "[" + address + "]:" + port).orElse(address);
        return lines.stream().anyMatch(line -> line.startsWith(host + " ")) ? "yes" : "accept-new";
    }
}
