package io.github.openstackmaven.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Builds on a real cloud ({@code -Dcloud=NAME}) whose servers are machines that boot, with systemd, sshd and cloud-init. */
final class RealMachine {
    private RealMachine() {}

    /** One with its configuration; its runs have half an hour each, as emulated machines are slow. */
    static MavenBuild build(Path folder, String configuration) throws IOException {
        return new MavenBuild(folder)
                .patience(Duration.ofMinutes(30))
                .variable(
                        "OS_CLIENT_CONFIG_FILE",
                        Optional.ofNullable(System.getenv("OS_CLIENT_CONFIG_FILE"))
                                .orElse(System.getProperty("user.home") + "/.config/openstack/clouds.yaml"))
                .machine(System.getProperty("image"), System.getProperty("flavor"), System.getProperty("network"))
                .pom("""
                        <cloud>%s</cloud>
                        <keyPair>ephemeral</keyPair>
                        <keep>always</keep>
                        <timeout>20m</timeout>
                        %s
                        """.formatted(System.getProperty("cloud"), configuration));
    }
}
