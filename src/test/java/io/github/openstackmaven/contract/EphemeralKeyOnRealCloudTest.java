package io.github.openstackmaven.contract;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.output.KeyFile;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.ServerAddress;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key made in the JVM opens a server: only its public half is sent. */
@Tag("real-cloud")
class EphemeralKeyOnRealCloudTest {
    private static final String USER = System.getProperty("user", "cirros");

    private final String name = "blk-" + UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void the_ephemeral_key_opens_the_server_it_was_made_for() throws IOException, InterruptedException {
        assumeTrue(new File("/usr/bin/ssh").canExecute(), "no ssh here");
        CloudUnderTest underTest = RealCloud.underTest();
        Cloud cloud = underTest.logIn();
        EphemeralKeyPair pair = EphemeralKeyPair.generate(name);
        KeyFile key = new KeyFile(folder.resolve("key"));
        key.write(pair.privateKey());
        cloud.keypairs().create(name, pair.publicKey());
        try {
            Server server = underTest.launch(spec(), Duration.ofMinutes(5));
            String ip = ServerAddress.best(server).orElseThrow();
            await().atMost(2, MINUTES).until(() -> answers(ip));

            assertThat(logIn(key, ip, "echo in")).isEqualTo("in");
            assertThat(underTest.sent())
                    .noneMatch(request -> request.body().orElse("").contains("PRIVATE"));
        } finally {
            underTest.close();
            cloud.keypairs().delete(name);
        }
    }

    private ServerSpec spec() {
        return new ServerSpec(
                name,
                new ImageSpec.Named(LaunchContract.IMAGE),
                new FlavorSpec.Named(LaunchContract.FLAVOR),
                NetworksSpec.of(List.of(NetworksSpec.Nic.on(LaunchContract.NETWORK))),
                List.of(),
                Optional.of(name),
                Map.of(),
                ServerOptions.none());
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

    private static String logIn(KeyFile key, String ip, String command) throws IOException, InterruptedException {
        Process ssh = new ProcessBuilder(
                        "/usr/bin/ssh",
                        "-i",
                        key.path().toString(),
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
