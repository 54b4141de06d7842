package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.image.ImageUsers;
import io.github.openstackmaven.plan.StatusRange;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.ready.ReadyEvent.Phase;
import io.github.openstackmaven.ssh.HostKey;
import io.github.openstackmaven.ssh.HostKeysUnderTest;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshExceptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessTest {
    private static final String IP = "192.0.2.7";
    private static final Optional<Duration> NO_TIMEOUT = Optional.empty();
    private static final HostKey OTHER_KEY = HostKeysUnderTest.ed25519(2);
    private static final ProbeResult REFUSED = ProbeResult.notYet("refused the connection", "Look at the console.");
    private static final ProbeResult OPEN = ProbeResult.holds("accepts connections");

    private final SteppedTime time = new SteppedTime();
    private final FakeSsh ssh = new FakeSsh();
    private final List<ReadyEvent> events = new ArrayList<>();
    private final List<String> looks = new ArrayList<>();
    private Instant deadline = SteppedTime.START.plusSeconds(600);
    private TcpProbe tcp = (instance, port, atMost) -> {
        looks.add("tcp " + port);
        return OPEN;
    };
    private HttpProbe http = (instance, wanted, atMost) -> {
        looks.add("http");
        return ProbeResult.holds("answered 200");
    };
    private String console = "web login:";

    @BeforeEach
    void letIn() {
        ssh.answerTo("exit 0", 0);
    }

    @Test
    void nothing_but_active_is_no_work() {
        assertThat(await(instance(), WaitFor.none())).isEqualTo(Ready.withoutLogin());

        assertThat(events).isEmpty();
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void all_must_hold_in_their_order() {
        ssh.answer(0).answer(0, "--- result.json", "{}");
        WaitFor all = new WaitFor(
                "ACTIVE",
                Optional.of(new WaitFor.Tcp(List.of(22, 80), NO_TIMEOUT)),
                Optional.of(new WaitFor.Ssh(Optional.of("admin"), 2222, Optional.of("test -e /x"), NO_TIMEOUT)),
                Optional.of(new WaitFor.CloudInit(NO_TIMEOUT)),
                Optional.of(page()),
                Optional.of(new WaitFor.Log("login:$", NO_TIMEOUT)));

        Ready ready = await(instance(), all);

        assertThat(events.stream().filter(event -> event.phase() == Phase.END).map(ReadyEvent::seen))
                .containsExactly(
                        "the server has the address 192.0.2.7",
                        "tcp 22 of 192.0.2.7 accepts connections",
                        "tcp 80 of 192.0.2.7 accepts connections",
                        "ssh to admin@192.0.2.7:2222 lets the user in, and the command exits with 0",
                        "cloud-init of admin@192.0.2.7:2222 is done",
                        "http://192.0.2.7/health answered 200",
                        "the console log has a match for 'login:$'");
        assertThat(ready)
                .isEqualTo(new Ready(
                        Optional.of("admin"),
                        Optional.of(FakeSsh.KEY),
                        Optional.of("[192.0.2.7]:2222 " + FakeSsh.KEY)));
        assertThat(ssh.asked()).containsExactly("exit 0", "test -e /x", new CloudInitProbe("").script(Duration.ZERO));
    }

    @Test
    void what_does_not_hold_yet_is_looked_at_again_and_each_change_is_told() {
        tcp = inTurn(ProbeResult.notYet("does not answer", ""), REFUSED, REFUSED, OPEN);

        await(instance(), tcp(NO_TIMEOUT));

        assertThat(events.stream()
                        .filter(event -> event.check().equals("tcp 22"))
                        .map(ReadyEvent::seen))
                .containsExactly(
                        "tcp 22 of 192.0.2.7",
                        "tcp 22 of 192.0.2.7 does not answer",
                        "tcp 22 of 192.0.2.7 refused the connection",
                        "tcp 22 of 192.0.2.7 accepts connections");
    }

    @Test
    void a_wait_says_what_it_waits_for_at_least_every_15_seconds_or_so() {
        tcp = (instance, port, atMost) -> REFUSED;

        refused(instance(), tcp(NO_TIMEOUT));

        List<Duration> told = events.stream()
                .filter(event -> event.check().equals("tcp 22"))
                .map(ReadyEvent::elapsed)
                .toList();
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).minus(told.get(i - 1)))
                    .isLessThanOrEqualTo(SteppedTime.schedule().longest().plusSeconds(15));
        }
        assertThat(told.get(told.size() - 1)).isGreaterThan(Duration.ofSeconds(575));
    }

    @Test
    void a_failure_says_which_check_failed_what_was_last_seen_and_for_how_long() {
        tcp = (instance, port, atMost) -> REFUSED;

        NotReadyException e = refused(instance(), tcp(Optional.of(Duration.ofMinutes(2))));

        assertThat(e)
                .hasMessage("Server 'web' (id-1) is not ready: tcp 22 of 192.0.2.7 refused the connection for 120 s");
        assertThat(e.check()).isEqualTo("tcp 22");
        assertThat(e.advice()).isEqualTo("Look at the console.");
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void the_deadline_ends_a_check_whose_own_timeout_is_later() {
        deadline = SteppedTime.START.plusSeconds(30);
        tcp = (instance, port, atMost) -> REFUSED;

        refused(instance(), tcp(Optional.of(Duration.ofHours(1))));

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void no_look_is_given_less_time_than_it_needs() {
        List<Duration> given = new ArrayList<>();
        tcp = (instance, port, atMost) -> {
            given.add(atMost);
            return REFUSED;
        };

        refused(instance(), tcp(Optional.of(Duration.ofSeconds(10))));

        assertThat(given).allMatch(atMost -> atMost.compareTo(Duration.ofSeconds(1)) >= 0);
    }

    @Test
    void what_never_will_hold_is_not_waited_for() {
        tcp = (instance, port, atMost) -> ProbeResult.never("is closed for good", "Give up.");

        assertThat(refused(instance(), tcp(NO_TIMEOUT)))
                .hasMessage("Server 'web' (id-1) is not ready: tcp 22 of 192.0.2.7 is closed for good");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void a_server_without_an_address_is_told_at_once() {
        Instance nowhere = new Instance(
                "web",
                "id-1",
                Optional.empty(),
                false,
                ImageUsers.named(Optional.of("debian")),
                Optional.of(Path.of("key")),
                () -> "");

        assertThat(refused(nowhere, tcp(NO_TIMEOUT)))
                .hasMessage("Server 'web' (id-1) is not ready: the server has no address to reach it at");
    }

    @Test
    void a_login_without_a_key_or_user_is_told_before_anything_is_looked_at() {
        Instance keyless = new Instance(
                "web",
                "id-1",
                Optional.of(IP),
                false,
                ImageUsers.named(Optional.of("debian")),
                Optional.empty(),
                () -> "");
        Instance userless = new Instance(
                "web",
                "id-1",
                Optional.of(IP),
                false,
                ImageUsers.named(Optional.empty()),
                Optional.of(Path.of("k")),
                () -> "");

        assertThat(refused(keyless, login()).getMessage()).endsWith("there is no private key to log in with");
        assertThat(refused(keyless, login()).advice()).contains("<keyPair>ephemeral</keyPair>");
        assertThat(refused(userless, login()).advice()).contains("<ssh>USER</ssh> in <waitFor>");
        assertThat(events).isEmpty();
    }

    @Test
    void the_image_s_user_logs_in_where_none_is_named() {
        Ready ready = await(instance(), login());

        assertThat(ready.user()).contains("debian");
        assertThat(ready.knownHosts()).contains(KnownHosts.line(IP, 22, FakeSsh.KEY));
        assertThat(ssh.logins()).hasSize(1).allMatch(target -> target.keyFile().equals(Path.of("key")));
    }

    @Test
    void a_command_that_fails_is_run_again_and_told_with_its_last_line() {
        ssh.answer(1, "starting", "not yet");

        NotReadyException e = refused(instance(), command(Optional.of(Duration.ofSeconds(60))));

        assertThat(e)
                .hasMessage("Server 'web' (id-1) is not ready: ssh to debian@192.0.2.7 ran 'check', which exits with 1:"
                        + " not yet for 60 s");
        assertThat(ssh.asked()).hasSizeGreaterThan(5);
    }

    @Test
    void another_host_key_than_the_one_on_the_console_ends_the_wait() {
        console = printed(OTHER_KEY);

        assertThat(refused(instance(), login()))
                .hasMessageStartingWith("Server 'web' (id-1) is not ready: ssh to debian@192.0.2.7 is not to be had:"
                        + " Host key changed: debian@192.0.2.7 shows ssh-ed25519 SHA256:");
    }

    @Test
    void the_console_s_keys_are_compared_with_the_one_seen_once_cloud_init_or_the_log_has_come_to_its_end() {
        ssh.answer(0, "--- status.json", "{}").answer(0, "--- result.json", "{}");
        console = "";
        ssh.whenAsked(3, () -> console = printed(OTHER_KEY));

        NotReadyException e = refused(instance(), cloudInit());

        assertThat(e.check()).isEqualTo("cloudInit");
        assertThat(e).hasMessageContaining("is not to be had: Host key changed");

        console = printed(OTHER_KEY) + "web login:";
        WaitFor log = new WaitFor(
                "ACTIVE",
                Optional.empty(),
                Optional.of(WaitFor.Ssh.standard()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new WaitFor.Log("login:", NO_TIMEOUT)));
        ssh.ignoreHostKeys();
        assertThat(refused(instance(), log).check()).isEqualTo("log");
    }

    @Test
    void a_key_of_another_kind_than_the_console_shows_is_no_reason_against_a_server_that_shows_that_too() {
        ssh.answer(0, "--- status.json", "{}").answer(0, "--- result.json", "{}");
        console = "";
        HostKey ecdsa = HostKeysUnderTest.ecdsa(1);
        ssh.showsToo(ecdsa);
        ssh.whenAsked(3, () -> console = printed(ecdsa));

        Ready ready = await(instance(), cloudInit());

        assertThat(ready.hostKey()).contains(ecdsa);
        assertThat(ready.knownHosts()).contains(KnownHosts.line(IP, 22, ecdsa));
    }

    @Test
    void a_server_that_answers_every_command_with_another_user_s_name_is_not_ready_and_the_name_is_advised() {
        ssh.answerTo("exit 0", 142, "Please login as the user \"ubuntu\" rather than the user \"root\".", "", "  ");

        NotReadyException e = refused(instance(), login());

        assertThat(e)
                .hasMessageEndingWith("ssh to debian@192.0.2.7 runs no command for this user: Please login as the user"
                        + " \"ubuntu\" rather than the user \"root\".");
        assertThat(e.advice()).startsWith("Set <ssh>ubuntu</ssh>");
    }

    @Test
    void a_user_whose_shell_runs_nothing_is_told_with_its_last_words() {
        ssh.answerTo("exit 0", 1, "This account is currently not available.", "");

        assertThat(refused(instance(), login()))
                .hasMessageContaining("lets the user in and runs no command: it exits with 1: This account is currently"
                        + " not available. for 600 s");
    }

    @ParameterizedTest(name = "after {0} s")
    @ValueSource(ints = {6, 300})
    void a_login_is_tried_at_a_pace_that_openssh_forgives_and_the_key_is_taken_soon_after_it_is_there(int seconds) {
        PenalisingSshd sshd = new PenalisingSshd(time, ssh);
        sshd.letsInFrom(SteppedTime.START.plusSeconds(seconds));

        readiness(sshd).await(instance(), login(), deadline, () -> false);

        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(seconds + 2));
        assertThat(sshd.shutOuts()).isZero();
        assertThat(sshd.connections()).isLessThanOrEqualTo(3 + seconds / 5);
        assertThat(sshd.open()).isZero();
    }

    @ParameterizedTest(name = "MaxAuthTries {0}")
    @ValueSource(ints = {1, 2, 4})
    void one_that_bears_less_is_tried_less_often(int maxAuthTries) {
        PenalisingSshd sshd = new PenalisingSshd(time, ssh).maxAuthTries(maxAuthTries);
        sshd.letsInFrom(SteppedTime.START.plusSeconds(100));

        readiness(sshd).await(instance(), login(), deadline, () -> false);

        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(107));
        assertThat(sshd.shutOuts()).isZero();
    }

    @Test
    void a_login_that_breaks_off_counts_like_one_that_is_refused() {
        PenalisingSshd sshd = new PenalisingSshd(time, ssh).breakingOff();
        sshd.letsInFrom(SteppedTime.START.plusSeconds(100));

        readiness(sshd).await(instance(), login(), deadline, () -> false);

        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(107));
        assertThat(sshd.shutOuts()).isZero();
    }

    @Test
    void a_wait_that_ends_leaves_no_connection_behind() {
        PenalisingSshd sshd = new PenalisingSshd(time, ssh);
        deadline = SteppedTime.START.plusSeconds(2);

        assertThatThrownBy(() -> readiness(sshd).await(instance(), login(), deadline, () -> false))
                .isInstanceOf(NotReadyException.class);

        assertThat(sshd.connections()).isPositive();
        assertThat(sshd.open()).isZero();
    }

    @Test
    void who_is_shut_out_all_the_same_is_told_why_he_was_refused_before() {
        PenalisingSshd sshd = new PenalisingSshd(time, ssh).penalisingFor(Duration.ofSeconds(30));
        deadline = SteppedTime.START.plusSeconds(50);

        NotReadyException e = catchThrowableOfType(
                NotReadyException.class, () -> readiness(sshd).await(instance(), login(), deadline, () -> false));

        assertThat(sshd.shutOuts()).isPositive();
        assertThat(e).hasMessageEndingWith("ssh to debian@192.0.2.7 refuses the key key for 50 s");
        assertThat(e.advice()).contains("debian is the image's own user", "keypair", "has shut this machine out since");
        assertThat(events.stream()
                        .filter(event -> event.phase() == ReadyEvent.Phase.CHANGE)
                        .map(ReadyEvent::seen))
                .containsExactly("ssh to debian@192.0.2.7 refuses the key key");
    }

    @Test
    void a_user_that_the_image_does_not_name_is_refused_for_a_minute_and_told_who_it_is() {
        Ssh refusing = refusing(SshException.Reason.AUTH_REFUSED);

        NotReadyException e = failed(refusing, new ImageUsers(Optional.of("debian"), Optional.empty(), ""), "ubuntu");

        assertThat(e).hasMessageMatching(".* ssh to ubuntu@192.0.2.7 refuses the key key for 6\\d s");
        assertThat(e.advice()).startsWith("The image's own user is debian (os_admin_user): set <ssh>debian</ssh>.");
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));
        assertThat(events.stream().filter(event -> event.phase() == ReadyEvent.Phase.CHANGE))
                .hasSize(1);
        assertThat(events).hasSizeLessThan(8).allMatch(event -> event.seen().length() < 80);
    }

    @Test
    void hangups_after_refusals_are_the_refusals_and_the_user_is_what_is_advised() {
        Deque<SshException.Reason> reasons = new ArrayDeque<>(List.of(
                SshException.Reason.REFUSED, SshException.Reason.AUTH_REFUSED, SshException.Reason.UNREACHABLE));
        Ssh login = (target, hostKeys, timeout) -> {
            throw SshExceptions.of(reasons.size() > 1 ? reasons.remove() : reasons.getFirst());
        };
        deadline = SteppedTime.START.plusSeconds(40);

        NotReadyException e = failed(login, ImageUsers.unknown(), "ubuntu");

        assertThat(e).hasMessageContaining("ssh to ubuntu@192.0.2.7 refuses the key key for 3");
        assertThat(e.advice()).contains("does not name ubuntu as its user", "debian, ", "cloud-user");
    }

    @Test
    void what_is_seen_long_after_a_refusal_is_told_for_itself() {
        Deque<SshException.Reason> reasons =
                new ArrayDeque<>(List.of(SshException.Reason.AUTH_REFUSED, SshException.Reason.REFUSED));
        Ssh login = (target, hostKeys, timeout) -> {
            throw SshExceptions.of(reasons.size() > 1 ? reasons.remove() : reasons.getFirst());
        };

        NotReadyException e = failed(login, ImageUsers.named(Optional.of("debian")), "debian");

        assertThat(e)
                .hasMessageContaining("refused the connection for 5")
                .hasMessageEndingWith(" s, after 600 s in all");
        assertThat(e.advice()).contains("nothing listens on port 22", "Before, it refused the key key");
    }

    @Test
    void a_timeout_of_its_own_says_how_long_a_refused_key_is_worth_trying() {
        WaitFor patient = new WaitFor(
                "ACTIVE",
                Optional.empty(),
                Optional.of(new WaitFor.Ssh(
                        Optional.of("ubuntu"), 22, Optional.empty(), Optional.of(Duration.ofMinutes(5)))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> readiness(refusing(SshException.Reason.AUTH_REFUSED))
                        .await(instance(), patient, deadline, () -> false))
                .isInstanceOf(NotReadyException.class);

        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(5));
    }

    private NotReadyException failed(Ssh ssh, ImageUsers image, String user) {
        Instance instance =
                new Instance("web", "id-1", Optional.of(IP), false, image, Optional.of(Path.of("key")), () -> "");
        WaitFor login = new WaitFor(
                "ACTIVE",
                Optional.empty(),
                Optional.of(new WaitFor.Ssh(Optional.of(user), 22, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return catchThrowableOfType(
                NotReadyException.class, () -> readiness(ssh).await(instance, login, deadline, () -> false));
    }

    private static Ssh refusing(SshException.Reason reason) {
        return (target, hostKeys, timeout) -> {
            throw SshExceptions.of(reason);
        };
    }

    @Test
    void a_login_at_an_address_that_no_machine_has_yet_is_told_so() {
        Ssh nowhere = (target, hostKeys, timeout) -> {
            throw SshExceptions.of(SshException.Reason.NO_ROUTE);
        };

        NotReadyException e = catchThrowableOfType(
                NotReadyException.class, () -> readiness(nowhere).await(instance(), login(), deadline, () -> false));

        assertThat(e)
                .hasMessageContaining(
                        "ssh to debian@192.0.2.7 is not on the network yet: no machine has that address for 600 s");
    }

    @Test
    void cloud_init_is_waited_for_on_the_server_from_the_second_look_on() {
        ssh.answer(0, "--- status.json", "{\"v1\": {\"stage\": \"modules-config\"}}")
                .answer(0, "--- result.json", "{}");

        await(instance(), cloudInit());

        CloudInitProbe probe = new CloudInitProbe("");
        assertThat(ssh.asked())
                .containsExactly("exit 0", probe.script(Duration.ZERO), probe.script(Duration.ofSeconds(30)));
        assertThat(events.stream().map(ReadyEvent::seen))
                .contains("cloud-init of debian@192.0.2.7 is running (modules-config)");
    }

    @Test
    void what_is_asked_of_cloud_init_stands_in_no_message() {
        ssh.answer(0);
        deadline = SteppedTime.START.plusSeconds(40);

        assertThat(refused(instance(), cloudInit()))
                .hasMessageContaining("cloud-init of debian@192.0.2.7 can't be asked for 40 s")
                .hasMessageNotContaining("run/");
        assertThat(ssh.labels()).contains("the question how far cloud-init is");
    }

    @Test
    void a_look_that_takes_its_time_needs_no_pause_after_it() {
        List<Instant> began = new ArrayList<>();
        tcp = (instance, port, atMost) -> {
            began.add(time.now());
            time.sleep(Duration.ofSeconds(3));
            return began.size() < 20 ? REFUSED : OPEN;
        };

        await(instance(), tcp(NO_TIMEOUT));

        assertThat(Duration.between(began.get(0), began.get(5))).isEqualTo(Duration.ofSeconds(15));
        assertThat(Duration.between(began.get(18), began.get(19))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void another_host_key_than_at_the_first_login_ends_the_wait() {
        ssh.answer(0, "--- status.json", "{}");
        tcp = inTurn(OPEN);
        WaitFor waitFor = cloudInit();

        NotReadyException e = catchThrowableOfType(
                NotReadyException.class,
                () -> readiness().await(instance(), waitFor, deadline, () -> {
                    if (ssh.asked().size() == 2) ssh.show(OTHER_KEY);
                    return false;
                }));

        assertThat(e.check()).isEqualTo("cloudInit");
        assertThat(e).hasMessageContaining("Host key changed");
    }

    @Test
    void a_console_that_can_t_be_read_stops_no_login() {
        Instance instance = instance(() -> {
            throw new OpenStackException("Forbidden", "");
        });

        assertThat(await(instance, login()).hostKey()).contains(FakeSsh.KEY);
    }

    @Test
    void a_console_that_takes_longer_than_a_login_may_stops_none_and_is_looked_at_after_it() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger reads = new AtomicInteger();
        Instance instance = instance(() -> {
            if (reads.incrementAndGet() > 1) return printed(OTHER_KEY);
            ended(never);
            return "";
        });

        try (InstanceLogin login = new InstanceLogin(
                instance,
                WaitFor.Ssh.standard(),
                new Probes(tcp, http, ssh),
                ProbePlaces.standard(time),
                time,
                Duration.ofMillis(100))) {
            ProbeResult seen = login.letsIn(Optional.empty(), Duration.ofMinutes(1), () -> false);

            assertThat(ssh.asked()).containsExactly("exit 0");
            assertThat(seen.words()).startsWith("is not to be had: Host key changed");
        } finally {
            never.countDown();
        }
    }

    private static void ended(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void failed_modules_of_cloud_init_are_named_and_end_the_wait() {
        ssh.answer(
                0,
                "--- result.json",
                "{\"v1\": {\"errors\": [\"('scripts_user', RuntimeError('Runparts: 1 failures'))\"]}}");
        WaitFor waitFor = cloudInit();

        NotReadyException e = refused(instance(), waitFor);

        assertThat(e)
                .hasMessage("Server 'web' (id-1) is not ready: cloud-init of debian@192.0.2.7 failed: module"
                        + " scripts_user: RuntimeError('Runparts: 1 failures')");
        assertThat(e.advice()).contains("/var/log/cloud-init-output.log");
    }

    @Test
    void a_log_that_has_no_match_is_told_with_its_last_line() {
        NotReadyException e = refused(instance(), log("Started .* in", Optional.of(Duration.ofSeconds(20))));

        assertThat(e)
                .hasMessage(
                        "Server 'web' (id-1) is not ready: the console log has no match for 'Started .* in' for 20 s");
        assertThat(e.advice()).isEqualTo("Its last line is: web login:");
    }

    @Test
    void a_console_that_the_cloud_shows_to_no_user_is_not_waited_for_longer_than_a_minute() {
        Supplier<String> forbidden = () -> {
            throw new OpenStackException("Policy doesn't allow it to be performed (HTTP 403)", "Ask for a role.");
        };
        NotReadyException e = refused(instance(forbidden), log("login:", NO_TIMEOUT));

        assertThat(e)
                .hasMessageMatching("Server 'web' \\(id-1\\) is not ready: the console log can't be read: Policy"
                        + " doesn't allow it to be performed \\(HTTP 403\\) for 6\\d s");
        assertThat(e.advice()).isEqualTo("Leave <log> out where the cloud shows its users no console. Ask for a role.");
    }

    @Test
    void an_abandoned_wait_ends_at_the_next_look() {
        tcp = (instance, port, atMost) -> REFUSED;
        BooleanSupplier abandoned = () -> time.elapsed().compareTo(Duration.ofSeconds(5)) > 0;

        assertThatThrownBy(() -> readiness().await(instance(), tcp(NO_TIMEOUT), deadline, abandoned))
                .isInstanceOf(WaitAbandonedException.class);
        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void an_interrupt_ends_the_wait() {
        tcp = (instance, port, atMost) -> {
            Thread.currentThread().interrupt();
            return REFUSED;
        };

        assertThatThrownBy(() -> await(instance(), tcp(NO_TIMEOUT)))
                .isInstanceOf(OpenStackException.class)
                .hasMessage("Interrupted while waiting for server 'web'");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Readiness readiness() {
        return readiness(ssh);
    }

    private Readiness readiness(Ssh way) {
        return new Readiness(new Probes(tcp, http, way), time, SteppedTime.schedule(), events::add);
    }

    private Ready await(Instance instance, WaitFor waitFor) {
        return readiness().await(instance, waitFor, deadline, () -> false);
    }

    private NotReadyException refused(Instance instance, WaitFor waitFor) {
        return catchThrowableOfType(NotReadyException.class, () -> await(instance, waitFor));
    }

    private Instance instance() {
        return instance(() -> console);
    }

    private static Instance instance(Supplier<String> console) {
        return new Instance(
                "web",
                "id-1",
                Optional.of(IP),
                false,
                ImageUsers.named(Optional.of("debian")),
                Optional.of(Path.of("key")),
                console);
    }

    private static TcpProbe inTurn(ProbeResult... answers) {
        List<ProbeResult> left = new ArrayList<>(List.of(answers));
        return (instance, port, atMost) -> left.size() > 1 ? left.remove(0) : left.get(0);
    }

    private static WaitFor.Http page() {
        return new WaitFor.Http("http://@{ip}/health", StatusRange.success(), Optional.empty(), false, NO_TIMEOUT);
    }

    private static WaitFor tcp(Optional<Duration> timeout) {
        return waitFor(Optional.of(new WaitFor.Tcp(List.of(22), timeout)), Optional.empty(), Optional.empty());
    }

    private static WaitFor log(String regex, Optional<Duration> timeout) {
        return new WaitFor(
                "ACTIVE",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new WaitFor.Log(regex, timeout)));
    }

    private static WaitFor cloudInit() {
        return waitFor(Optional.empty(), Optional.empty(), Optional.of(new WaitFor.CloudInit(NO_TIMEOUT)));
    }

    private static String printed(HostKey key) {
        return "-----BEGIN SSH HOST KEY KEYS-----\n" + key + " root@web\n-----END SSH HOST KEY KEYS-----\n";
    }

    private static WaitFor login() {
        return waitFor(Optional.empty(), Optional.of(WaitFor.Ssh.standard()), Optional.empty());
    }

    private static WaitFor command(Optional<Duration> timeout) {
        return waitFor(
                Optional.empty(),
                Optional.of(new WaitFor.Ssh(Optional.empty(), 22, Optional.of("check"), timeout)),
                Optional.empty());
    }

    private static WaitFor waitFor(
            Optional<WaitFor.Tcp> tcp, Optional<WaitFor.Ssh> ssh, Optional<WaitFor.CloudInit> cloudInit) {
        return new WaitFor("ACTIVE", tcp, ssh, cloudInit, Optional.empty(), Optional.empty());
    }
}
