package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.launch.ReadyWait;
import io.github.openstackmaven.plan.Relations;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that wait for others of their launch: for an address, or until they are ready. */
abstract class DependsOnContract {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name = "waits-" + UUID.randomUUID();
    private final List<LaunchEvent> events = new CopyOnWriteArrayList<>();
    private CloudUnderTest cloud;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
    }

    @AfterEach
    void deleteWhatWasLaunched() {
        cloud.close();
    }

    @Test
    void who_tells_of_another_is_created_once_that_has_its_address_ready_or_not() {
        CountDownLatch webAskedFor = new CountDownLatch(1);
        ReadyWait onceWebIsAskedFor = (server, deadline, abandoned) -> {
            if (server.plan().name().endsWith("-db")) await(webAskedFor);
            return Optional.empty();
        };

        List<Launched> launched = launch(
                onceWebIsAskedFor,
                event -> {
                    if (event instanceof LaunchEvent.Requested && event.name().endsWith("-web"))
                        webAskedFor.countDown();
                },
                telling("web", "db=@{server." + name + "-db.ip} @{server." + name + "-db.id}"),
                server("db"));

        Launched db = launched.get(1);
        assertThat(userData("web"))
                .isEqualTo("db=" + db.ip().orElseThrow() + " " + db.server().id());
        assertThat(indexOf(LaunchEvent.Requested.class, "web")).isLessThan(indexOf(LaunchEvent.Ready.class, "db"));
    }

    @Test
    void who_depends_on_another_is_created_once_that_is_ready() {
        List<Launched> launched = launch(
                Launching.active(), event -> {}, depending("web-1", "db"), depending("web-2", "db"), server("db"));

        assertThat(launched)
                .extracting(one -> one.server().name())
                .containsExactly(name + "-web-1", name + "-web-2", name + "-db");
        assertThat(indexOf(LaunchEvent.Ready.class, "db"))
                .isLessThan(indexOf(LaunchEvent.Requested.class, "web-1"))
                .isLessThan(indexOf(LaunchEvent.Requested.class, "web-2"));
        assertThat(creates()).as("of which the second makes two").hasSize(2);
    }

    @Test
    void who_depends_on_one_that_does_not_become_ready_is_never_created() {
        OpenStackException failure = new OpenStackException("nothing listens on port 5432", "Look at the console.");
        ReadyWait never = (server, deadline, abandoned) -> {
            throw failure;
        };

        assertThatThrownBy(() -> launch(
                        never,
                        event -> {},
                        server("db"),
                        depending("web-1", "db"),
                        depending("web-2", "db"),
                        depending("log", "web-1")))
                .isSameAs(failure);

        assertThat(creates()).hasSize(1);
        assertThat(events.stream().filter(LaunchEvent.Failed.class::isInstance))
                .extracting(LaunchEvent::name)
                .containsExactly(name + "-db");
        assertThat(cloud.marked()).isEmpty();
    }

    @Test
    void what_can_not_be_waited_for_is_told_before_anything_is_looked_up() {
        Cloud open = cloud.logIn();
        int before = cloud.sent().size();

        assertThatThrownBy(() -> CloudUnderTest.plan(open, List.of(depending("web", "db"), depending("db", "web"))))
                .hasMessageStartingWith("Servers wait for each other: '" + name + "-web' for '" + name + "-db'");
        assertThatThrownBy(() -> CloudUnderTest.plan(open, List.of(depending("web", "bd"), server("db"))))
                .hasMessageEndingWith("depends on '" + name + "-bd', which is no server of this launch");
        assertThat(cloud.sent()).hasSize(before);
    }

    private List<Launched> launch(ReadyWait readiness, Consumer<LaunchEvent> listener, ServerSpec... specs) {
        Cloud open = cloud.logIn();
        Consumer<LaunchEvent> first = events::add;
        return cloud.launching(open, Launching.within(PATIENCE), readiness, first.andThen(listener))
                .launch(CloudUnderTest.plan(open, List.of(specs)), ExistingServers.ignored());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(2, TimeUnit.MINUTES)) throw new OpenStackException("it was never asked for", "");
        } catch (InterruptedException e) {
            throw new OpenStackException("interrupted", "", e);
        }
    }

    private int indexOf(Class<? extends LaunchEvent> kind, String server) {
        LaunchEvent event = events.stream()
                .filter(one -> kind.isInstance(one) && one.name().equals(name + "-" + server))
                .findFirst()
                .orElseThrow();
        return events.indexOf(event);
    }

    private List<String> creates() {
        return cloud.sent().stream()
                .filter(request -> request.method().equals("POST")
                        && request.uri().getPath().endsWith("/servers"))
                .map(request -> request.body().orElseThrow())
                .toList();
    }

    private String userData(String server) {
        String create = creates().stream()
                .filter(body -> body.contains(name + "-" + server + "\""))
                .findFirst()
                .orElseThrow();
        String data = Json.parse(create).orElseThrow().at("/server/user_data").asText();
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }

    private ServerSpec depending(String server, String other) {
        return server(server).toBuilder()
                .relations(new Relations(List.of(), List.of(name + "-" + other), false))
                .build();
    }

    private ServerSpec telling(String server, String userData) {
        return server(server).toBuilder()
                .options(ServerOptions.builder()
                        .userData(Optional.of(ServerSpecs.userData(userData)))
                        .build())
                .build();
    }

    private ServerSpec server(String server) {
        return ServerSpecs.of(
                name + "-" + server, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK));
    }
}
