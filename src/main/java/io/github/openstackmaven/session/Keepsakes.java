package io.github.openstackmaven.session;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.Durations;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.output.ServerFolder;
import io.github.openstackmaven.resource.Failure;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.teardown.LastLook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left to look at of servers that go since their build failed: {@code NAME/console.log}, and the {@code <logs>} in
 * {@code NAME/logs}. All of it is fetched side by side, as far as it comes in a few seconds; who refuses or hangs costs no
 * more than that.
 *
 * @param folder the launch's output directory
 * @param logs those of all servers, each a {@link ServerLogs#plain()}
 * @param out is told what was saved, and what could not be
 */
public record Keepsakes(
        Path folder, Collection<Map<String, Object>> logs, Ssh ssh, Redaction redaction, Consumer<String> out)
        implements LastLook {
    private static final Duration CONSOLES = Duration.ofSeconds(5);
    private static final Duration WITH_LOGS = Duration.ofSeconds(15);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 10L * 1024 * 1024;

    @Override
    public void at(List<Resource> servers, Resources cloud, Executor executor, Duration most) {
        Concurrent concurrent = new Concurrent(executor);
        Map<String, CompletableFuture<Boolean>> looks = new LinkedHashMap<>();
        for (Resource server : servers) {
            looks.put("console of " + server.name(), concurrent.start(() -> saveConsole(server, cloud)));
            logsOf(server)
                    .forEach(one ->
                            looks.put("logs of " + server.name(), concurrent.start(() -> saveLogs(server, one))));
        }
        boolean consolesOnly = looks.size() == servers.size();
        Concurrent.await(List.copyOf(looks.values()), Durations.shorter(consolesOnly ? CONSOLES : WITH_LOGS, most));
        looks.forEach(this::tell);
    }

    private void tell(String what, CompletableFuture<Boolean> look) {
        if (!look.isDone()) out.accept("The " + what + " did not come in time");
        if (!look.isCompletedExceptionally()) return;
        try {
            look.join();
        } catch (CompletionException e) {
            out.accept("The " + what + " could not be saved: " + words(e.getCause()));
        }
    }

    // A class may be missing, when Maven has closed what it is in.
    private static String words(@Nullable Throwable cause) {
        return cause instanceof RuntimeException failure ? new Failure(failure).words() : String.valueOf(cause);
    }

    private boolean saveConsole(Resource server, Resources cloud) {
        String console = cloud.console(server);
        if (console.isBlank()) return false;
        Path file = ServerFolder.of(folder, server.name()).writeConsole(redaction.masked(console));
        out.accept("The console of " + server.name() + " is in " + file);
        return true;
    }

    private Stream<ServerLogs> logsOf(Resource server) {
        return logs.stream().map(ServerLogs::of).filter(one -> one.server().equals(server.id()));
    }

    // What one of them lacks keeps none of the others.
    private boolean saveLogs(Resource server, ServerLogs wanted) {
        HostKeys hostKeys = HostKeys.of(KnownHosts.read(folder.resolve("known_hosts")));
        try (SshConnection connection = ssh.connect(wanted.target(), hostKeys, CONNECT)) {
            wanted.files().forEach(remote -> saveLog(server, remote, connection));
        }
        return true;
    }

    private void saveLog(Resource server, String remote, SshConnection connection) {
        try {
            Path file = ServerFolder.of(folder, server.name()).log(remote);
            connection.downloadEnd(remote, MOST_BYTES, file);
            out.accept(remote + " of " + server.name() + " is in " + file);
        } catch (RuntimeException e) {
            out.accept(remote + " of " + server.name() + " could not be saved: " + new Failure(e).words());
        }
    }
}
