package io.github.openstackmaven.session;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.output.LaunchedServer;
import io.github.openstackmaven.pom.ProjectFiles;
import io.github.openstackmaven.ssh.SshTarget;
import java.nio.file.Path;
import java.util.Optional;

/**
 * SSH logins to launched servers.
 *
 * @param user wins over the launch's
 * @param keyFile wins over the launch's
 * @param otherKeyFile where the launch knows of none: in a POM it is the launch's own element, and each server may differ
 */
public record SshLogins(
        Optional<String> user, Optional<String> keyFile, Optional<String> otherKeyFile, ProjectFiles files) {
    private static final int SSH = 22;

    /** As the launch itself knows them. */
    public static SshLogins ofLaunch(Path folder) {
        return new SshLogins(Optional.empty(), Optional.empty(), Optional.empty(), new ProjectFiles(folder));
    }

    /**
     * Where, as whom and with which key.
     *
     * @throws OpenStackException when one of them is not known
     */
    public SshTarget of(LaunchedServer server) {
        return new SshTarget(
                server.ip()
                        .orElseThrow(
                                () -> unknown(server, "no address", "Put it on a network, or give it a <floatingIp>.")),
                server.port().orElse(SSH),
                user.or(server::user)
                        .orElseThrow(() ->
                                unknown(server, "no user to log in as", "Set <user>, or -Dopenstack.user=debian.")),
                keyFile.map(files::key)
                        .or(() -> server.keyFile().map(Path::of))
                        .or(() -> otherKeyFile.map(files::key))
                        .orElseThrow(() -> unknown(
                                server,
                                "no key to log in with",
                                "Launch it with <keyPair>ephemeral</keyPair>, or set <keyFile>.")));
    }

    private static OpenStackException unknown(LaunchedServer server, String what, String advice) {
        return new OpenStackException("Server '" + server.name() + "' has " + what, advice);
    }
}
