package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.image.ImageUsers;
import io.github.openstackmaven.plan.StatusRange;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshExceptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FleetReadinessTest {
    private static final int LOGINS = 8;
    private static final ProbeResult OPEN = ProbeResult.holds("accepts connections");
    private static final ProbeResult REFUSED = ProbeResult.notYet("refused the connection", "");
    private static final Instant DEADLINE = SteppedTime.START.plusSeconds(600);

    private final SteppedTime time = new SteppedTime();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch hanging = new CountDownLatch(LOGINS);
    private final Set<String> knocked = ConcurrentHashMap.newKeySet();
    private volatile Consumer<ReadyEvent> listener = event -> {};
    private TcpProbe tcp = (instance, port, atMost) -> {
        knocked.add(instance.name());
        return OPEN;
    };

    @AfterEach
    void end() {
        answer.countDown();
        threads.shutdownNow();
    }

    @Test
    void logins_are_eight_at_a_time_and_all_servers_become_ready() {
        Crowd crowd = new Crowd(LOGINS);

        List<Ready> ready = all(readiness(letsIn(crowd::meet)), 104, login());

        assertThat(ready).hasSize(104).allMatch(one -> one.hostKey().isPresent());
        assertThat(crowd.most()).isEqualTo(LOGINS);
    }

    @Test
    void so_are_the_console_logs_that_are_read() {
        Crowd crowd = new Crowd(8);
        Readiness readiness = readiness(letsIn(() -> {}));

        all(started(readiness, 104, log(), () -> {
            crowd.meet();
            return "login:";
        }));

        assertThat(crowd.most()).isEqualTo(8);
    }

    @Test
    void pages_are_64_and_ports_128_at_a_time() {
        Crowd ports = new Crowd(128);
        Crowd pages = new Crowd(64);
        tcp = (instance, port, atMost) -> {
            ports.meet();
            return OPEN;
        };
        HttpProbe http = (instance, wanted, atMost) -> {
            pages.meet();
            return ProbeResult.holds("answered 200");
        };

        all(
                new Readiness(new Probes(tcp, http, letsIn(() -> {})), time, SteppedTime.schedule(), listener),
                256,
                page());

        assertThat(ports.most()).isEqualTo(128);
        assertThat(pages.most()).isEqualTo(64);
    }

    @Test
    void a_few_servers_are_logged_in_to_and_nothing_else_is_sent_to_them() {
        all(readiness(letsIn(new Crowd(LOGINS)::meet)), LOGINS, login());

        assertThat(knocked).isEmpty();
    }

    @Test
    void a_login_that_hangs_holds_up_no_other_server() {
        Ssh one = (target, hostKeys, timeout) -> {
            if (target.host().equals("192.0.2.0")) await(answer);
            return new FakeSsh().answer(0).begin(target, hostKeys, timeout);
        };
        List<CompletableFuture<Ready>> started = started(readiness(one), 100, login(), () -> "");

        assertThat(all(started.subList(1, 100))).hasSize(99);
        assertThat(started.get(0)).isNotDone();
        answer.countDown();
        assertThat(started.get(0).join().hostKey()).isPresent();
    }

    @Test
    void a_server_that_refuses_connections_waits_for_no_login_of_others() throws InterruptedException {
        Readiness readiness = readiness(hangs());
        started(readiness, LOGINS, login(), () -> "");
        hanging.await();
        tcp = (instance, port, atMost) -> REFUSED;
        CountDownLatch told = new CountDownLatch(1);
        listener = event -> {
            if (event.seen().endsWith("refused the connection")) told.countDown();
        };

        CompletableFuture<Ready> another =
                started(readiness, 1, login(), () -> "").get(0);

        told.await();
        abandoned.set(true);
        assertThatThrownBy(another::join).hasCauseInstanceOf(OpenStackException.class);
    }

    @Test
    void an_abandoned_launch_ends_although_every_place_is_taken() throws InterruptedException {
        Readiness readiness = readiness(hangs());
        started(readiness, LOGINS, login(), () -> "");
        hanging.await();
        List<CompletableFuture<Ready>> waiting = started(readiness, 100, login(), () -> "");

        abandoned.set(true);

        assertThat(waiting)
                .allSatisfy(one -> assertThatThrownBy(one::join).hasCauseInstanceOf(WaitAbandonedException.class));
    }

    /** Lets on only so many together as are to be there at a time. */
    private static final class Crowd {
        private final CyclicBarrier complete;
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        Crowd(int size) {
            complete = new CyclicBarrier(size);
        }

        void meet() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                complete.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new AssertionError("fewer at a time", e);
            } finally {
                now.decrementAndGet();
            }
        }

        int most() {
            return most.get();
        }
    }

    private static Ssh letsIn(Runnable login) {
        return (target, hostKeys, timeout) -> {
            login.run();
            return new FakeSsh().answer(0).begin(target, hostKeys, timeout);
        };
    }

    private Ssh hangs() {
        return (target, hostKeys, timeout) -> {
            hanging.countDown();
            await(answer);
            throw SshExceptions.of(SshException.Reason.UNREACHABLE);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Readiness readiness(Ssh ssh) {
        HttpProbe http = (instance, wanted, atMost) -> ProbeResult.holds("answered 200");
        TcpProbe port = (instance, number, atMost) -> tcp.look(instance, number, atMost);
        return new Readiness(
                new Probes(port, http, ssh), time, SteppedTime.schedule(), event -> listener.accept(event));
    }

    private List<Ready> all(Readiness readiness, int servers, WaitFor waitFor) {
        return all(started(readiness, servers, waitFor, () -> ""));
    }

    private static List<Ready> all(List<CompletableFuture<Ready>> started) {
        return started.stream().map(CompletableFuture::join).toList();
    }

    private List<CompletableFuture<Ready>> started(
            Readiness readiness, int servers, WaitFor waitFor, Supplier<String> console) {
        return IntStream.range(0, servers)
                .mapToObj(i -> new Instance(
                        "web-" + i,
                        "id-" + i,
                        Optional.of("192.0.2." + i),
                        false,
                        ImageUsers.named(Optional.of("debian")),
                        Optional.of(Path.of("key")),
                        console))
                .map(one -> CompletableFuture.supplyAsync(
                        () -> readiness.await(one, waitFor, DEADLINE, abandoned::get), threads))
                .toList();
    }

    private static WaitFor login() {
        return waitFor(Optional.empty(), Optional.of(WaitFor.Ssh.standard()), Optional.empty(), Optional.empty());
    }

    private static WaitFor log() {
        return waitFor(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new WaitFor.Log("login:", Optional.empty())));
    }

    private static WaitFor page() {
        return waitFor(
                Optional.of(new WaitFor.Tcp(List.of(80), Optional.empty())),
                Optional.empty(),
                Optional.of(new WaitFor.Http(
                        "http://@{ip}/", StatusRange.success(), Optional.empty(), false, Optional.empty())),
                Optional.empty());
    }

    private static WaitFor waitFor(
            Optional<WaitFor.Tcp> tcp,
            Optional<WaitFor.Ssh> ssh,
            Optional<WaitFor.Http> http,
            Optional<WaitFor.Log> log) {
        return new WaitFor("ACTIVE", tcp, ssh, Optional.empty(), http, log);
    }
}
