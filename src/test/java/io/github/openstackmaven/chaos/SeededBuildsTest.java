package io.github.openstackmaven.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever goes wrong, and however a build ends: no server twice, nothing left in silence, nothing that is not reaped, in its
 * time, and with an error that names what went wrong. {@code -Dseeds=1000} runs so many builds, {@code -Dseed=7} that one.
 */
class SeededBuildsTest {
    private final Transports transports = Transports.make();

    @TempDir
    private Path folder;

    @Test
    void promises_are_kept_on_the_worst_of_clouds() throws IOException {
        long[] seeds = Optional.ofNullable(System.getProperty("seed")).filter(text -> !text.isBlank()).stream()
                .mapToLong(Long::parseLong)
                .toArray();
        boolean one = seeds.length > 0;
        List<SeededBuild.Result> results = new ArrayList<>();
        for (long seed : one
                ? seeds
                : LongStream.rangeClosed(1, Long.getLong("seeds", 100)).toArray()) {
            SeededBuild build =
                    new SeededBuild(seed, transports, Files.createDirectory(folder.resolve("build-" + seed)));
            SeededBuild.Result result = build.run();
            results.add(result);
            if (one) tell(build, result);
        }
        Files.write(
                Path.of("target", "chaos-seeds.txt"),
                results.stream().map(Object::toString).toList());

        assertThat(results.stream().filter(result -> !result.complaints().isEmpty()))
                .isEmpty();
        if (one) return;
        assertThat(results.stream().filter(result -> result.failure().isEmpty()).count())
                .as("launches that came to a good end")
                .isGreaterThan(results.size() / 20);
        int requests = results.stream().mapToInt(SeededBuild.Result::requests).sum();
        int disturbed =
                results.stream().mapToInt(result -> result.disturbed().size()).sum();
        assertThat(disturbed * 5).as("disturbed of %d requests", requests).isGreaterThanOrEqualTo(requests);
    }

    private static void tell(SeededBuild build, SeededBuild.Result result) {
        System.out.println(result);
        result.disturbed().forEach(line -> System.out.println("  " + line));
        build.told().forEach(line -> System.out.println("  told: " + line));
    }
}
