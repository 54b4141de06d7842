package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Reach;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.KeypairCreate;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.exec.Exec;
import io.github.openstackmaven.exec.ExecOptions;
import io.github.openstackmaven.exec.Job;
import io.github.openstackmaven.exec.Step;
import io.github.openstackmaven.image.ImageUsers;
import io.github.openstackmaven.output.KeyFile;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.EphemeralKeyPair;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.ServerAddress;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.StatusRange;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.ready.Instance;
import io.github.openstackmaven.ready.NotReadyException;
import io.github.openstackmaven.ready.Probes;
import io.github.openstackmaven.ready.Readiness;
import io.github.openstackmaven.ready.Ready;
import io.github.openstackmaven.ready.ReadyEvent;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.MinaSsh;
import io.github.openstackmaven.ssh.SshTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that really answer: in time, late, with an error page, to nobody, or not at all. */
abstract class ReadinessContract {
    private static final String USER = System.getProperty("user", "cirros");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Optional<Duration> SHORTLY = Optional.of(Duration.ofSeconds(6));

    private final String name = "ready-" + UUID.randomUUID();
    private final List<ReadyEvent> events = new CopyOnWriteArrayList<>();

    abstract CloudUnderTest cloudUnderTest();

    abstract Reach reach();

    abstract Time time();

    @TempDir
    Path folder;

    private CloudUnderTest underTest;
    private Cloud cloud;
    private KeyFile key;

    @BeforeEach
    void makeKey() {
        events.clear(); // a simulator is all tests'
        underTest = cloudUnderTest();
        cloud = underTest.logIn();
        EphemeralKeyPair pair = EphemeralKeyPair.generate(name);
        key = new KeyFile(folder.resolve("key"));
        key.write(pair.privateKey());
        cloud.keypairs().create(KeypairCreate.ssh(name, pair.publicKey()));
    }

    @AfterEach
    void deleteAll() {
        underTest.close();
        cloud.keypairs().delete(name);
    }

    @Test
    void a_server_is_ready_when_it_answers_and_then_does_what_it_is_told() throws Exception {
        Instance instance = launch(Map.of("oslab_boot_delay", "4"));

        Ready ready =
                await(instance, waitFor(tcp(Optional.empty()), ssh("id -un"), page("lab guest", Optional.empty())));

        assertThat(ready.user()).contains(USER);
        assertThat(ready.knownHosts().orElseThrow()).startsWith(instance.ip().orElseThrow() + " ssh-");
        assertThat(events.stream().map(ReadyEvent::check).distinct())
                .containsExactly("address", "tcp 22", "ssh", "http");
        assertThat(events).anyMatch(event -> event.seen().endsWith("refused the connection"));
        work(instance, ready);
    }

    private void work(Instance instance, Ready ready) throws Exception {
        Path input = Files.writeString(folder.resolve("input.txt"), name);
        String place = "/tmp/" + name;
        Job job = new Job(
                instance.name(),
                new SshTarget(instance.ip().orElseThrow(), 22, USER, key.path()),
                HostKeys.of(new KnownHosts(ready.knownHosts().stream().toList())),
                List.of(new Job.Upload(input, place + "/")),
                List.of(new Step.Command(
                        "wc -c < " + place + "/input.txt > " + place + "/size; cat " + place + "/size")),
                List.of(new Job.Download(place + "/size", folder)));
        List<String> output = new CopyOnWriteArrayList<>();
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            new Exec(new MinaSsh(reach()), output::add, executor, new ExecOptions(Map.of(), PATIENCE, true))
                    .run(List.of(job));
        } finally {
            executor.shutdown();
        }

        assertThat(output).containsExactly("[" + name + "] " + name.length());
        assertThat(Files.readString(folder.resolve("size")).strip()).isEqualTo(String.valueOf(name.length()));
    }

    @Test
    void an_error_page_is_told_with_its_status() {
        Instance instance = launch(Map.of("oslab_http_status", "503"));

        NotReadyException e = refused(instance, waitFor(tcp(Optional.empty()), Optional.empty(), page("", SHORTLY)));

        assertThat(e.check()).isEqualTo("http");
        assertThat(e)
                .hasMessageStartingWith("Server '" + name + "' (" + instance.id() + ") is not ready: http://"
                        + instance.ip().orElseThrow() + "/ answered 503, not 200-299 for ");
    }

    @Test
    void a_server_that_lets_nobody_in_is_told_with_user_and_key() {
        Instance instance = launch(Map.of("oslab_guest", "noauth"));

        NotReadyException e = refused(
                instance,
                waitFor(
                        tcp(Optional.empty()),
                        Optional.of(new WaitFor.Ssh(Optional.empty(), 22, Optional.empty(), SHORTLY)),
                        Optional.empty()));

        assertThat(e)
                .hasMessageContaining("ssh to " + USER + "@" + instance.ip().orElseThrow() + " refuses the key "
                        + key.path().getFileName());
        assertThat(e.advice())
                .contains(USER + " is the image's own user", key.path().toString());
    }

    @Test
    void a_server_that_refuses_the_key_is_not_asked_so_often_that_it_shuts_this_machine_out() throws Exception {
        Instance instance = launch(Map.of("oslab_guest", "noauth"));
        Optional<Duration> awhile = Optional.of(Duration.ofSeconds(40));

        NotReadyException e = refused(
                instance,
                waitFor(
                        Optional.empty(),
                        Optional.of(new WaitFor.Ssh(Optional.empty(), 22, Optional.empty(), awhile)),
                        Optional.empty()));

        assertThat(e).hasMessageContaining(" refuses the key " + key.path().getFileName());
        assertThat(e.advice()).doesNotContain("shut this machine out");
        assertThat(greeting(instance)).startsWith("SSH-2.0-");
    }

    private String greeting(Instance instance) throws IOException {
        InetSocketAddress door = reach().of(instance.ip().orElseThrow(), 22);
        try (Socket socket = new Socket(door.getAddress(), door.getPort());
                BufferedReader words =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            return String.valueOf(words.readLine());
        }
    }

    @Test
    void another_user_than_the_images_is_given_up_after_a_minute() {
        Instance instance = launch(Map.of());

        NotReadyException e = refused(
                instance,
                waitFor(
                        Optional.empty(),
                        Optional.of(new WaitFor.Ssh(
                                Optional.of("nobody-of-these"), 22, Optional.empty(), Optional.empty())),
                        Optional.empty()));

        assertThat(e).hasMessageContaining(" refuses the key " + key.path().getFileName() + " for 6");
        assertThat(e.advice()).startsWith("The image's own user is " + USER);
        assertThat(events.stream().filter(event -> event.phase() == ReadyEvent.Phase.CHANGE))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void a_server_that_never_answers_is_told() {
        Instance instance = launch(Map.of("oslab_guest", "off"));

        NotReadyException e = refused(instance, waitFor(tcp(SHORTLY), Optional.empty(), Optional.empty()));

        assertThat(e.check()).isEqualTo("tcp 22");
        assertThat(e).hasMessageContaining("tcp 22 of " + instance.ip().orElseThrow() + " refused the connection for ");
    }

    @Test
    void an_image_without_cloud_init_is_told() {
        Instance instance = launch(Map.of());
        WaitFor waitFor = new WaitFor(
                "ACTIVE",
                tcp(Optional.empty()),
                Optional.empty(),
                Optional.of(new WaitFor.CloudInit(Optional.empty())),
                Optional.empty(),
                Optional.empty());

        assertThat(refused(instance, waitFor)).hasMessageContaining("cloud-init of " + USER + "@");
    }

    private Instance launch(Map<String, String> metadata) {
        Server server = underTest.launch(
                ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK))
                        .toBuilder()
                        .metadata(metadata)
                        .access(new AccessSpec(
                                List.of(),
                                List.of(),
                                new KeySpec.Existing(name, Optional.empty()),
                                Optional.empty(),
                                false))
                        .build(),
                PATIENCE);
        return new Instance(
                name,
                server.id(),
                ServerAddress.best(server),
                false,
                ImageUsers.named(Optional.of(USER)),
                Optional.of(key.path()),
                () -> "");
    }

    private Ready await(Instance instance, WaitFor waitFor) {
        Time time = time();
        return new Readiness(Probes.network(reach()), time, PollSchedule.standard(), events::add)
                .await(instance, waitFor, time.now().plus(PATIENCE), () -> false);
    }

    private NotReadyException refused(Instance instance, WaitFor waitFor) {
        return catchThrowableOfType(NotReadyException.class, () -> await(instance, waitFor));
    }

    private static WaitFor waitFor(Optional<WaitFor.Tcp> tcp, Optional<WaitFor.Ssh> ssh, Optional<WaitFor.Http> http) {
        return new WaitFor("ACTIVE", tcp, ssh, Optional.empty(), http, Optional.empty());
    }

    private static Optional<WaitFor.Tcp> tcp(Optional<Duration> timeout) {
        return Optional.of(new WaitFor.Tcp(List.of(22), timeout));
    }

    private static Optional<WaitFor.Ssh> ssh(String command) {
        return Optional.of(new WaitFor.Ssh(Optional.empty(), 22, Optional.of(command), Optional.empty()));
    }

    private static Optional<WaitFor.Http> page(String body, Optional<Duration> timeout) {
        return Optional.of(new WaitFor.Http(
                "http://@{ip}/",
                StatusRange.success(),
                Optional.of(body).filter(text -> !text.isEmpty()),
                false,
                timeout));
    }
}
