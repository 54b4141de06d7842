package io.github.openstackmaven.build;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A Maven process and what it has logged.
 *
 * @param patience how long anything is waited for
 */
record RunningMaven(Process process, Path log, Duration patience) {

    /** Waits until it has logged this. */
    RunningMaven awaitLog(String text) {
        await(text).atMost(patience).pollInterval(Duration.ofMillis(50)).until(() -> {
            if (text().contains(text)) return true;
            if (process.isAlive()) return false;
            throw new AssertionError("Maven has ended without '" + text + "': " + text());
        });
        return this;
    }

    /** Sends it a signal: {@code INT}, {@code TERM}. */
    RunningMaven signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        return this;
    }

    /** Ends it so that nothing of it can do anything any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    MavenBuild.Result end() throws IOException, InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Maven does not end: " + text());
        }
        return new MavenBuild.Result(process.exitValue(), text());
    }

    private String text() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
