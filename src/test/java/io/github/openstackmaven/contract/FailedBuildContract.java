package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.ServerSpecs;
import io.github.openstackmaven.session.EndWithKeepsakes;
import io.github.openstackmaven.teardown.BuildState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left to look at of the servers of a build that failed, once its end has deleted them. */
abstract class FailedBuildContract {
    final String name = "red-" + UUID.randomUUID();
    final List<String> told = new ArrayList<>();
    CloudUnderTest cloud;
    Cloud open;

    abstract CloudUnderTest cloud();

    @BeforeEach
    void connect() {
        cloud = cloud();
        open = cloud.logIn();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void the_console_of_each_server_is_there_and_the_server_is_not() {
        List<Launched> launched = launch(spec(name + "-a"), spec(name + "-b"));

        end(false, List.of());

        assertThat(console(name + "-a")).isNotEmptyFile();
        assertThat(console(name + "-b")).isNotEmptyFile();
        assertThat(launched.stream().map(Launched::server).map(Server::id))
                .noneMatch(id -> CloudUnderTest.isThere(open, id));
        assertThat(cloud.ledger().entries()).isEmpty();
    }

    @Test
    void of_a_build_that_succeeded_nothing_is() {
        launch(spec(name));

        end(true, List.of());

        assertThat(console(name)).doesNotExist();
        assertThat(cloud.ledger().entries()).isEmpty();
    }

    @Test
    void what_was_made_though_the_cloud_said_no_goes_all_the_same() {
        cloud.answerInstead(1, "POST", "/servers", true, 400, "{\"badRequest\": {\"message\": \"no\", \"code\": 400}}");
        assertThatThrownBy(() -> launch(spec(name))).hasMessageContaining("HTTP 400");
        assertThat(cloud.ledger().entries()).isEmpty();

        end(false, List.of());

        assertThat(cloud.marked()).isEmpty();
        assertThat(told).anyMatch(line -> line.contains("carries the marks of this build, and is not on record"));
    }

    final void end(boolean succeeded, List<Map<String, Object>> logs) {
        BuildState build = new BuildState(
                cloud.build(),
                List.of(cloud.site(open).plain()),
                List.of(),
                Set.of(),
                new AtomicBoolean(),
                () -> succeeded,
                logs,
                Duration.ofMinutes(1));
        new EndWithKeepsakes().accept(build.plain(), told::add);
    }

    final List<Launched> launch(ServerSpec... specs) {
        return cloud.launch(List.of(specs), Launching.keeping(Keep.NEVER, Launching.within(Duration.ofMinutes(5))));
    }

    final Path folder() {
        return cloud.folder();
    }

    private Path console(String server) {
        return folder().resolve(server).resolve("console.log");
    }

    static ServerSpec spec(String name) {
        return ServerSpecs.of(name, LaunchContract.IMAGE, LaunchContract.FLAVOR, List.of(LaunchContract.NETWORK));
    }
}
