package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.http.Exchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened in a launch, and in the end of what it made, as far as it has got. */
public record Timeline(
        Instant start, Instant end, About about, List<Lane> lanes, List<Exchange> exchanges, List<Trouble> troubles) {
    public Timeline {
        lanes = List.copyOf(lanes);
        exchanges = List.copyOf(exchanges);
        troubles = List.copyOf(troubles);
    }

    /**
     * Who did it, where, and how it ended.
     *
     * @param modules groupId:artifactId of each
     * @param versions the plugin's
     * @param result empty while it goes on
     */
    public record About(List<String> modules, List<String> versions, List<Where> clouds, Optional<Result> result) {
        public About {
            modules = List.copyOf(modules);
            versions = List.copyOf(versions);
            clouds = List.copyOf(clouds);
        }
    }

    /** A login: to which cloud, as whom, and for what of it. */
    public record Where(String cloud, Optional<String> user, Optional<String> project, Optional<String> region) {}

    /** How all of it ended. */
    public enum Result {
        SUCCESS,
        FAILED
    }

    /**
     * What happened to one server.
     *
     * @param id empty until Nova has given one
     * @param state in words: what became of it
     * @param madeOf its image, flavor and networks; empty where that is not known
     * @param actions what the cloud says it did
     */
    public record Lane(
            String name,
            Optional<String> id,
            String state,
            String madeOf,
            List<String> addresses,
            List<Stage> stages,
            List<Step> steps,
            List<InstanceAction> actions) {
        public Lane {
            addresses = List.copyOf(addresses);
            stages = List.copyOf(stages);
            steps = List.copyOf(steps);
            actions = List.copyOf(actions);
        }

        // All attempts together.
        private Duration build() {
            return stages.stream()
                    .filter(stage -> stage.name().equals("build"))
                    .map(Stage::duration)
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    /**
     * The servers whose build took longer than that, the slowest first.
     *
     * @param most how many at most
     */
    public List<String> built(Duration longerThan, int most) {
        return lanes.stream()
                .filter(lane -> lane.build().compareTo(longerThan) > 0)
                .sorted(Comparator.comparing(Lane::build).reversed())
                .limit(most)
                .map(Lane::name)
                .toList();
    }

    /** Whether it is of servers that an earlier run of Maven has made. */
    boolean isDeletion() {
        Set<String> stages = lanes.stream()
                .flatMap(lane -> lane.stages().stream())
                .map(Stage::name)
                .collect(Collectors.toSet());
        return stages.contains(LaneRecorder.DELETE) && !stages.contains(LaneRecorder.CREATE);
    }

    /** How a stage ended. */
    public enum Outcome {
        DONE,
        FAILED,
        /** It goes on still. */
        OPEN
    }

    /**
     * One stage: {@code token}, {@code look-ups}, {@code create}, {@code build}, {@code address}, a check of readiness,
     * {@code waiting for the others}, {@code in use}, {@code delete}.
     */
    public record Stage(String name, Instant from, Instant to, Outcome outcome) {
        Duration duration() {
            return Duration.between(from, to);
        }

        /** Whether it took any time that can be told, or failed. */
        boolean isNotable() {
            return outcome == Outcome.FAILED || LaunchMessages.isNotable(duration());
        }
    }

    /** One step in words. */
    public record Step(Instant at, String text) {}

    /**
     * What went wrong with a server, or before there was one.
     *
     * @param advice what to do about it; may be empty
     */
    public record Trouble(Instant at, String server, String text, String advice) {}

    /** Writes {@code timeline.html}. */
    public Path write(Path folder, Redaction redaction) {
        Path file = folder.resolve("timeline.html");
        new OutputFile(file).write(new TimelinePage(this, new Html(redaction), name -> console(folder, name)).text());
        return file;
    }

    private static Optional<String> console(Path folder, String server) {
        return Optional.of(ServerFolder.of(folder, server).console())
                .filter(Files::isRegularFile)
                .map(file -> folder.toUri().relativize(file.toUri()).getRawPath());
    }
}
