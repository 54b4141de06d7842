package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.output.Timeline.Outcome;
import io.github.openstackmaven.output.Timeline.Stage;
import io.github.openstackmaven.output.Timeline.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records the lane of one server in the timeline: one stage after the other. */
final class LaneRecorder {
    private final String name;
    private final List<Stage> ended;
    private final List<Step> steps = new ArrayList<>();
    private Optional<Stage> open = Optional.empty();
    private Optional<String> id = Optional.empty();
    private List<InstanceAction> actions = List.of();

    /** A server's, after stages that it shares with others. */
    LaneRecorder(String name, List<Stage> shared) {
        this.name = name;
        this.ended = new ArrayList<>(shared);
    }

    /** The stage is on from now on, if it was not before; another ends. */
    void begin(String stage, Instant now) {
        if (isOn(stage)) return;
        end(now);
        open = Optional.of(new Stage(stage, now, now, Outcome.OPEN));
    }

    boolean isOn(String stage) {
        return open.filter(one -> one.name().equals(stage)).isPresent();
    }

    void end(Instant now) {
        end(now, Outcome.DONE);
    }

    void fail(Instant now) {
        end(now, Outcome.FAILED);
    }

    void step(Instant now, String text) {
        steps.add(new Step(now, text));
    }

    void known(String serverId) {
        id = Optional.of(serverId);
    }

    void actions(List<InstanceAction> told) {
        actions = told;
    }

    /** All of it; what is on still reaches up to now. */
    Timeline.Lane lane(Instant now) {
        List<Stage> stages = new ArrayList<>(ended);
        open.ifPresent(stage -> stages.add(new Stage(stage.name(), stage.from(), now, Outcome.OPEN)));
        return new Timeline.Lane(name, id, stages, steps, actions);
    }

    private void end(Instant now, Outcome outcome) {
        open.ifPresent(stage -> ended.add(new Stage(stage.name(), stage.from(), now, outcome)));
        open = Optional.empty();
    }
}
