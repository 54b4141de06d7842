package io.github.openstackmaven.session;

import io.github.openstackmaven.ssh.SshTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Files that are fetched from a server by SSH when its build has failed.
 *
 * @param server its id
 * @param files their paths there
 */
public record ServerLogs(String server, SshTarget target, List<String> files) {

    public ServerLogs {
        files = List.copyOf(files);
    }

    /** The same of the JDK's types only, as it crosses class loaders. */
    Map<String, Object> plain() {
        return Map.of(
                "server", server,
                "host", target.host(),
                "port", target.port(),
                "user", target.user(),
                "keyFile", target.keyFile(),
                "files", files);
    }

    @SuppressWarnings("unchecked")
    static ServerLogs of(Map<String, Object> plain) {
        return new ServerLogs(
                (String) part(plain, "server"),
                new SshTarget(
                        (String) part(plain, "host"), (int) part(plain, "port"), (String) part(plain, "user"), (Path)
                                part(plain, "keyFile")),
                (List<String>) part(plain, "files"));
    }

    private static Object part(Map<String, Object> plain, String name) {
        return Objects.requireNonNull(plain.get(name), name);
    }
}
