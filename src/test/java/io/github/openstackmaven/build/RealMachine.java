package io.github.openstackmaven.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds on a real cloud ({@code -Dcloud=NAME}) whose server is a machine that boots, with systemd, sshd and cloud-init. Their
 * runs have half an hour each, as emulated machines are slow.
 */
@Tag("real-machine")
abstract class RealMachine {
    /** A unit that serves {@code /srv/page} on port 8080. */
    static final String PAGE_SERVICE = """
            [Service]
            ExecStart=/usr/bin/python3 -m http.server 8080 --directory /srv/page
            [Install]
            WantedBy=multi-user.target
            """;

    final String name = "machine-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path folder;

    MavenBuild build;

    /** What there is to say of the server, in the POM. */
    abstract String configuration();

    @BeforeEach
    void describe() throws IOException {
        build = new MavenBuild(folder)
                .patience(Duration.ofMinutes(30))
                .variable(
                        "OS_CLIENT_CONFIG_FILE",
                        Optional.ofNullable(System.getenv("OS_CLIENT_CONFIG_FILE"))
                                .orElse(System.getProperty("user.home") + "/.config/openstack/clouds.yaml"))
                .machine(System.getProperty("image"), System.getProperty("flavor"), System.getProperty("network"))
                .pom("""
                        <cloud>%s</cloud>
                        <name>%s</name>
                        <keyPair>ephemeral</keyPair>
                        <keep>always</keep>
                        <timeout>20m</timeout>
                        %s
                        """.formatted(System.getProperty("cloud"), name, configuration()));
    }

    @AfterEach
    void delete() throws Exception {
        build.green("openstack:delete");
    }
}
