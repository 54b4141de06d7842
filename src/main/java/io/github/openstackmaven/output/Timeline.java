package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.http.Exchange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened in a launch, and in the end of what it made, as far as it has got. */
public record Timeline(Instant start, Instant end, List<Lane> lanes, List<Exchange> exchanges, List<Trouble> troubles) {
    public Timeline {
        lanes = List.copyOf(lanes);
        exchanges = List.copyOf(exchanges);
        troubles = List.copyOf(troubles);
    }

    /**
     * What happened to one server.
     *
     * @param id empty until Nova has given one
     * @param actions what the cloud says it did
     */
    public record Lane(
            String name, Optional<String> id, List<Stage> stages, List<Step> steps, List<InstanceAction> actions) {
        public Lane {
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

    /** How a stage ended. */
    public enum Outcome {
        DONE,
        FAILED,
        /** It goes on still. */
        OPEN
    }

    /** One stage: {@code token}, {@code look-ups}, {@code create}, {@code build}, a check of readiness, {@code delete}. */
    public record Stage(String name, Instant from, Instant to, Outcome outcome) {
        Duration duration() {
            return Duration.between(from, to);
        }
    }

    /** One step in words. */
    public record Step(Instant at, String text) {}

    /** What went wrong with a server. */
    public record Trouble(Instant at, String server, String text) {}

    /** Writes {@code timeline.html}. */
    public Path write(Path folder, Redaction redaction) {
        Path file = folder.resolve("timeline.html");
        new OutputFile(file).write(new TimelinePage(this, new Html(redaction)).text());
        return file;
    }
}
