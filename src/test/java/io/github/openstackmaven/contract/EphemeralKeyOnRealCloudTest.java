package io.github.openstackmaven.contract;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key made in the JVM opens a server: only its public half is sent. */
@Tag("real-cloud")
class EphemeralKeyOnRealCloudTest {
    private static final String USER = System.getProperty("user", "cirros");

    private final String name = "blk-" + UUID.randomUUID();

    @Test
    void the_ephemeral_key_opens_the_server_it_was_made_for() throws IOException, InterruptedException {
        assumeTrue(new File("/usr/bin/ssh").canExecute(), "no ssh here");
        CloudUnderTest underTest = RealCloud.underTest();
        try {
            Launched launched = underTest
                    .launch(List.of(spec()), Launching.within(Duration.ofMinutes(5)))
                    .get(0);
            String ip = launched.ip().orElseThrow();
            await().atMost(2, MINUTES).until(() -> answers(ip));

            assertThat(logIn(launched.keyFile().orElseThrow(), ip, "echo in")).isEqualTo("in");
            assertThat(underTest.sent())
                    .noneMatch(request -> request.body().orElse("").contains("PRIVATE"));
        } finally {
            underTest.close();
        }
    }

    private ServerSpec spec() {
        return ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK))
                .toBuilder()
                .access(new AccessSpec(List.of(), List.of(), new KeySpec.Ephemeral(), Optional.empty(), false))
                .build();
    }

    private static boolean answers(String ip) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(ip, 22), (int) Duration.ofSeconds(2).toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String logIn(Path key, String ip, String command) throws IOException, InterruptedException {
        Process ssh = new ProcessBuilder(
                        "/usr/bin/ssh",
                        "-i",
                        key.toString(),
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "IdentitiesOnly=yes",
                        "-o",
                        "StrictHostKeyChecking=no",
                        "-o",
                        "UserKnownHostsFile=/dev/null",
                        "-o",
                        "LogLevel=ERROR",
                        USER + "@" + ip,
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(ssh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ssh.waitFor()).as(said).isZero();
        return said.strip();
    }
}
