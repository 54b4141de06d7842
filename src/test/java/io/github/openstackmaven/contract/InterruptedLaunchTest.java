package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.simulator.Fault;
import io.github.openstackmaven.simulator.Recorded;
import io.github.openstackmaven.simulator.Simulator;
import io.github.openstackmaven.teardown.BuildState;
import io.github.openstackmaven.teardown.EndOfBuild;
import io.github.openstackmaven.teardown.LastLook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A launch that is interrupted leaves no server, and each is deleted by one alone: by the end of the build, or by itself. */
class InterruptedLaunchTest {
    private static final int SERVERS = 2;
    private static final int ACCEPTED = 204;
    private static final Map<String, String> SLOW = Map.of("oslab_build_delay", "2");

    private final Set<Thread> launching = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch building = new CountDownLatch(SERVERS);
    private Simulator simulator;
    private CloudUnderTest cloud;

    @BeforeEach
    void start() {
        simulator = Simulator.start();
        cloud = SimulatedCloud.underTest(simulator);
    }

    @AfterEach
    void stop() {
        cloud.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(Keep.class)
    void by_the_end_of_its_build_while_servers_are_built(Keep keep) throws InterruptedException {
        Cloud open = cloud.logIn();
        Thread launch = launching(open, keep);
        awaitAllBuilding();

        end(open);

        assertEndedWithOneDeletionEach(launch);
    }

    @Test
    void by_the_end_of_its_build_while_creates_are_under_way() throws InterruptedException {
        simulator.fail("POST", ".*/servers", new Fault.Delay(Duration.ofSeconds(1)));
        Cloud open = cloud.logIn();
        Thread launch = launching(open, Keep.NEVER);
        await().atMost(Duration.ofMinutes(1)).until(() -> requests("POST").count() == SERVERS);

        end(open);

        assertEndedWithOneDeletionEach(launch);
    }

    @Test
    void by_another_while_no_end_of_the_build_is_under_way() throws InterruptedException {
        Thread launch = launching(cloud.logIn(), Keep.ALWAYS);
        awaitAllBuilding();

        launch.interrupt();

        assertEndedWithOneDeletionEach(launch);
    }

    private void end(Cloud open) {
        BuildState build = new BuildState(
                cloud.build(),
                List.of(cloud.site(open).plain()),
                List.of(),
                launching,
                over,
                () -> false,
                List.of(),
                Duration.ofMinutes(1));
        new EndOfBuild((folder, logs, redaction, out) -> LastLook.none()).accept(build.plain(), line -> {});
    }

    private void awaitAllBuilding() throws InterruptedException {
        assertThat(building.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private Thread launching(Cloud open, Keep keep) {
        List<ServerSpec> specs = Stream.concat(
                        IntStream.range(0, SERVERS).mapToObj(number -> spec("web-" + number)),
                        Stream.of(spec("later").toBuilder()
                                .options(waitingFor("web-0"))
                                .build()))
                .toList();
        Plan plan = CloudUnderTest.plan(open, specs, ExistingServers.ignored());
        LaunchOptions options = Launching.keeping(keep, Launching.within(Duration.ofMinutes(5)));
        Launch launch = cloud.launching(open, options, Launching.active(), this::told, over::get);
        Thread thread = new Thread(() -> {
            try {
                assertThatThrownBy(() -> launch.launch(plan, ExistingServers.ignored()))
                        .isInstanceOf(OpenStackException.class);
            } finally {
                launching.remove(Thread.currentThread());
            }
        });
        launching.add(thread);
        thread.start();
        return thread;
    }

    private void told(LaunchEvent event) {
        if (event instanceof LaunchEvent.StatusChanged changed
                && changed.status().equals("BUILD")) building.countDown();
    }

    // Once the cloud has taken a DELETE and a look finds no server, another DELETE makes sure of it.
    private void assertEndedWithOneDeletionEach(Thread launch) {
        await().atMost(Duration.ofMinutes(1)).until(() -> !launch.isAlive());
        assertThat(cloud.marked()).isEmpty();
        assertThat(cloud.ledger().entries()).isEmpty();
        assertThat(requests("POST")).as("creates").hasSize(SERVERS);
        assertThat(requests("DELETE").filter(one -> one.status() == ACCEPTED).map(Recorded::path))
                .hasSize(SERVERS)
                .doesNotHaveDuplicates();
    }

    private Stream<Recorded> requests(String method) {
        return simulator.requests().stream()
                .filter(one -> one.method().equals(method) && one.path().contains("/servers"));
    }

    private static ServerSpec spec(String name) {
        return ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK))
                .toBuilder()
                .metadata(SLOW)
                .build();
    }

    private static ServerOptions waitingFor(String name) {
        return ServerOptions.builder()
                .userData(Optional.of(ServerSpecs.userData("#!/bin/sh\necho @{server." + name + ".ip}\n")))
                .build();
    }
}
