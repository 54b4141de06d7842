package io.github.openstackmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Launches, deletions and builds that share a folder, and write into it at a time. */
class BuildOutputsTest {
    private static final int ROUNDS = 100;

    @TempDir
    Path folder;

    private final ExecutorService modules = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        modules.shutdownNow();
    }

    @Test
    void modules_that_launch_at_a_time_leave_the_servers_of_both() {
        for (int round = 0; round < ROUNDS; round++) {
            BuildOutputs build = new BuildOutputs();

            atATime(() -> launch(build, "s1", "a"), () -> launch(build, "s2", "b"));

            assertThat(left()).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void one_that_deletes_while_another_launches_takes_nothing_of_it() {
        for (int round = 0; round < ROUNDS; round++) {
            BuildOutputs build = new BuildOutputs();
            launch(build, "s1", "a");

            atATime(() -> launch(build, "s2", "b"), () -> build.remove(folder, Set.of("s1")));

            assertThat(left()).contains("b");
        }
    }

    @Test
    void two_builds_fail_each_other_in_nothing_and_leave_no_drafts() throws Exception {
        BuildOutputs one = new BuildOutputs();
        BuildOutputs other = new BuildOutputs();
        for (int round = 0; round < ROUNDS; round++) {
            atATime(() -> launch(one, "s1", "a"), () -> launch(other, "s2", "b"));
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().contains("draft"));
        }
    }

    private void launch(BuildOutputs build, String id, String name) {
        build.with(LaunchOutputs.of(List.of(Examples.launched(id, name, "10.0.0.5")), List.of()));
        build.write(folder);
    }

    private List<String> left() {
        return ServersFile.read(folder).servers().stream()
                .map(LaunchedServer::name)
                .toList();
    }

    private void atATime(Runnable one, Runnable other) {
        CompletableFuture.allOf(CompletableFuture.runAsync(one, modules), CompletableFuture.runAsync(other, modules))
                .join();
    }
}
