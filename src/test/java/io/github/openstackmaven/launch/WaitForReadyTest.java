package io.github.openstackmaven.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.github.openstackmaven.Shown;
import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.ready.HttpProbe;
import io.github.openstackmaven.ready.Probes;
import io.github.openstackmaven.ready.TcpProbe;
import io.github.openstackmaven.ssh.Ssh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The checks of a server as steps of its launch. */
class WaitForReadyTest {
    private final SteppedTime time = new SteppedTime();
    private final List<LaunchEvent> events = new ArrayList<>();

    @Test
    void times_are_since_the_launch_began_as_those_of_all_its_other_steps_are() {
        LaunchContext context =
                new LaunchContext(time, SteppedTime.schedule(), events::add, Runnable::run, () -> false);
        WaitForReady ready = new WaitForReady(
                id -> "web login:", new Probes(mock(TcpProbe.class), mock(HttpProbe.class), mock(Ssh.class)), context);
        time.sleep(Duration.ofSeconds(2));
        LaunchTime launch = new LaunchTime(time.now(), time.now().plusSeconds(600));
        time.sleep(Duration.ofSeconds(1));

        ready.await(launched(), launch, () -> false);

        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        LaunchEvent.Held.class,
                        held -> assertThat(held.elapsed()).isEqualTo(Duration.ofSeconds(1)));
    }

    private static Launched launched() {
        WaitFor log = new WaitFor(
                "ACTIVE",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new WaitFor.Log("login:", Optional.empty())));
        return new Launched(
                Plans.with(ServerSpecs.of("web", "debian-12", "m1.tiny", List.of()).toBuilder()
                        .waitFor(log)
                        .build()),
                server(),
                Optional.of("192.0.2.1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Server server() {
        return Shown.as(Server.class, "{\"id\": \"s1\", \"name\": \"web\", \"status\": \"ACTIVE\", \"metadata\": {}}");
    }
}
