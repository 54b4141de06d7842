package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import io.github.openstackmaven.ssh.OpenDoor;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved of servers before they go in a build that failed. */
class KeepsakesTest {
    private static final Duration ENOUGH = Duration.ofSeconds(5);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Resources cloud = mock(Resources.class);
    private final Redaction redaction = new Redaction();
    private final SshConnection login = mock(SshConnection.class);
    private final List<Map<String, Object>> logs = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void the_console_of_each_server_is_saved_without_secrets() throws IOException {
        redaction.add(Secret.of("passw0rd"));
        when(cloud.console(server("web"))).thenReturn("login: passw0rd\n");
        when(cloud.console(server("db"))).thenReturn("panic\n");

        at(List.of(server("web"), server("db")), ENOUGH);

        assertThat(Files.readString(folder.resolve("web/console.log"))).isEqualTo("login: ***\n");
        assertThat(folder.resolve("db/console.log")).hasContent("panic");
        assertThat(told).contains("The console of web is in " + folder.resolve("web/console.log"));
    }

    @Test
    void where_there_is_none_nothing_is_written() {
        when(cloud.console(any())).thenReturn("");

        at(List.of(server("web")), ENOUGH);

        assertThat(folder).isEmptyDirectory();
        assertThat(told).isEmpty();
    }

    @Test
    void a_cloud_that_refuses_is_told_of_and_keeps_no_other_from_being_saved() {
        when(cloud.console(server("web"))).thenThrow(new OpenStackException("HTTP 403 of the cloud", ""));
        when(cloud.console(server("db"))).thenReturn("panic\n");

        at(List.of(server("web"), server("db")), ENOUGH);

        assertThat(told).contains("The console of web could not be saved: HTTP 403 of the cloud");
        assertThat(folder.resolve("db/console.log")).exists();
    }

    @Test
    void one_that_hangs_costs_no_more_than_the_time_there_is() {
        when(cloud.console(any())).thenAnswer(asked -> {
            never.await();
            return "";
        });

        at(List.of(server("web"), server("db")), Duration.ofMillis(1));

        assertThat(told)
                .containsExactly("The console of web did not come in time", "The console of db did not come in time");
    }

    @Test
    void logs_are_fetched_side_by_side_with_it_and_one_that_is_not_there_keeps_none() {
        when(cloud.console(any())).thenReturn("");
        SshTarget target = new SshTarget("192.0.2.1", 2222, "debian", folder.resolve("web.pem"));
        logs.add(
                new ServerLogs("id-of-web", target, List.of("/var/log/none", "/var/log/app.log", "~/own.log")).plain());
        doThrow(new OpenStackException("No such file", ""))
                .when(login)
                .downloadEnd(eq("/var/log/none"), anyLong(), any());

        Keepsakes keepsakes = new Keepsakes(
                folder,
                logs,
                (where, hostKeys, timeout) -> {
                    assertThat(where).isEqualTo(target);
                    return new OpenDoor(() -> login);
                },
                redaction,
                told::add);
        keepsakes.at(List.of(server("web"), server("db")), cloud, executor, ENOUGH);

        verify(login).downloadEnd("/var/log/app.log", 10 << 20, folder.resolve("web/logs/var/log/app.log"));
        verify(login).downloadEnd("~/own.log", 10 << 20, folder.resolve("web/logs/own.log"));
        verify(login).close();
        assertThat(told)
                .contains(
                        "/var/log/none of web could not be saved: No such file",
                        "/var/log/app.log of web is in " + folder.resolve("web/logs/var/log/app.log"));
    }

    @Test
    void a_login_that_hangs_keeps_no_console_from_being_saved() {
        when(cloud.console(any())).thenReturn("panic\n");
        logs.add(new ServerLogs("id-of-web", new SshTarget("192.0.2.1", 22, "debian", folder), List.of("/app.log"))
                .plain());
        CountDownLatch saved = new CountDownLatch(1);
        Keepsakes keepsakes = new Keepsakes(
                folder,
                logs,
                (where, hostKeys, timeout) -> {
                    await(never);
                    return new OpenDoor(() -> login);
                },
                redaction,
                line -> {
                    told.add(line);
                    saved.countDown();
                });

        keepsakes.at(List.of(server("web")), cloud, executor, Duration.ofMillis(200));
        await(saved);

        assertThat(told).contains("The logs of web did not come in time");
    }

    @Test
    void no_log_leads_out_of_the_folder() {
        when(cloud.console(any())).thenReturn("");
        logs.add(new ServerLogs("id-of-web", new SshTarget("192.0.2.1", 22, "debian", folder), List.of("/../../x"))
                .plain());
        doAnswer(asked -> {
                    throw new AssertionError("it was fetched");
                })
                .when(login)
                .downloadEnd(any(), anyLong(), any());

        at(List.of(server("web")), ENOUGH);

        assertThat(told).singleElement().asString().contains("'/../../x' is no path of a file");
    }

    private void at(List<Resource> servers, Duration most) {
        new Keepsakes(folder, logs, (where, hostKeys, timeout) -> new OpenDoor(() -> login), redaction, told::add)
                .at(servers, cloud, executor, most);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new OpenStackException("interrupted", "", e);
        }
    }

    private static Resource server(String name) {
        return new Resource(
                ResourceType.SERVER, "id-of-" + name, name, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
