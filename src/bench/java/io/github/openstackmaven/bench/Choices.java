package io.github.openstackmaven.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run is asked for: the properties of profile {@code bench}.
 *
 * @param cloud an entry of clouds.yaml, or {@code simulator}
 * @param rounds how often everything is measured
 * @param fleets how many servers at once
 * @param growth how many servers at once on simulators of two sizes
 * @param peers who takes part; empty for all
 * @param name what the names of servers begin with
 */
record Choices(
        String cloud,
        int rounds,
        List<Integer> fleets,
        List<Integer> growth,
        List<String> peers,
        String image,
        String flavor,
        String network,
        String name) {

    /** As the arguments say it. */
    static Choices of(Arguments arguments) {
        return new Choices(
                arguments.text("cloud"),
                Integer.parseInt(arguments.text("rounds")),
                arguments.list("fleets").map(Integer::valueOf).toList(),
                arguments.list("growth").map(Integer::valueOf).toList(),
                arguments.list("peers").toList(),
                arguments.text("image"),
                arguments.text("flavor"),
                arguments.text("network"),
                arguments.text("name"));
    }

    boolean onSimulator() {
        return cloud.equals("simulator");
    }

    /**
     * Where things are on this machine.
     *
     * @param maven the command
     * @param repository the local repository that has the plugin, and all that it needs
     * @param userRepository the local repository of whoever runs the benchmark
     * @param version of the plugin
     */
    record Places(Path maven, Path repository, Path userRepository, String version, Path sources, Path target) {

        /** As the arguments say it. */
        static Places of(Arguments arguments) {
            return new Places(
                    arguments.path("maven"),
                    arguments.path("repository"),
                    arguments.path("userRepository"),
                    arguments.text("version"),
                    arguments.path("sources"),
                    arguments.path("target"));
        }
    }

    /** Arguments of the form {@code name=value}. */
    record Arguments(Map<String, String> values) {

        /** Reads them. */
        static Arguments of(String... arguments) {
            return new Arguments(Arrays.stream(arguments)
                    .map(argument -> argument.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        }

        String text(String name) {
            return values.getOrDefault(name, "");
        }

        Path path(String name) {
            return Path.of(text(name)).toAbsolutePath();
        }

        Stream<String> list(String name) {
            return Arrays.stream(text(name).split(",")).map(String::strip).filter(one -> !one.isEmpty());
        }
    }
}
