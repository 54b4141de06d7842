package io.github.openstackmaven.output;

import io.github.openstackmaven.compute.InstanceAction;
import io.github.openstackmaven.output.Timeline.Outcome;
import io.github.openstackmaven.output.Timeline.Stage;
import io.github.openstackmaven.output.Timeline.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records the lane of one server in the timeline: one stage after the other, without a gap from the first to its end. */
final class LaneRecorder {
    static final String CREATE = "create";
    static final String OTHERS = "waiting for the others";
    static final String IN_USE = "in use";
    static final String ASKING_WHY = "asking why";
    static final String KEPT = "kept";
    static final String DELETE = "delete";

    // What is cut short there was no work of the launch's.
    private static final Set<String> IDLE = Set.of(OTHERS, IN_USE, ASKING_WHY, KEPT, DELETE);
    private static final String WAITING_FOR = "waiting for ";

    private final String name;
    private final List<Stage> ended;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> states = new LinkedHashSet<>();
    private final Set<String> awaitedReady = new LinkedHashSet<>();
    private final Set<String> awaitedAddress = new LinkedHashSet<>();
    private Optional<Stage> open = Optional.empty();
    private Optional<String> id = Optional.empty();
    private String madeOf = "";
    private List<String> addresses = List.of();
    private List<InstanceAction> actions = List.of();

    /** A server's, after stages that it shares with others. */
    LaneRecorder(String name, List<Stage> shared) {
        this.name = name;
        this.ended = new ArrayList<>(shared);
    }

    /** It is to be made of that, and waits before for these to be ready, and for those to have an address. */
    void planned(String parts, List<String> ready, Set<String> addressed, Instant now) {
        madeOf = parts;
        awaitedReady.addAll(ready);
        awaitedAddress.addAll(addressed);
        Set<String> others = new LinkedHashSet<>(ready);
        others.addAll(addressed);
        if (!others.isEmpty()) begin(WAITING_FOR + String.join(", ", others), now);
    }

    /** Another server has its address, or is ready: who waits for it goes on. */
    void reached(String other, boolean ready, Instant now) {
        awaitedAddress.remove(other);
        if (ready) awaitedReady.remove(other);
        if (isOnDependency() && awaitedReady.isEmpty() && awaitedAddress.isEmpty()) begin(CREATE, now);
    }

    private boolean isOnDependency() {
        return open.filter(stage -> stage.name().startsWith(WAITING_FOR) && !isOn(OTHERS))
                .isPresent();
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

    /** What is on has failed, unless it was no work. */
    void fail(Instant now) {
        boolean idle = isOnDependency()
                || open.filter(stage -> IDLE.contains(stage.name())).isPresent();
        end(now, idle ? Outcome.DONE : Outcome.FAILED);
    }

    /** The launch is over: what is ready is used from now on, and what is not will not be. */
    void launched(Instant now) {
        if (isOn(OTHERS)) {
            begin(IN_USE, now);
        } else if (!isOn(IN_USE) && !isOn(KEPT)) {
            fail(now);
        }
    }

    void step(Instant now, String text) {
        steps.add(new Step(now, text));
    }

    void known(String serverId) {
        id = Optional.of(serverId);
    }

    boolean isKnown() {
        return id.isPresent();
    }

    void addresses(List<String> told) {
        addresses = told;
    }

    /** What has become of it, now that it is made anew. */
    void anew() {
        states.clear();
    }

    /** What has become of it. */
    void state(String state) {
        states.add(state);
    }

    void actions(List<InstanceAction> told) {
        actions = told;
    }

    /** All of it; what is on still reaches up to now. */
    Timeline.Lane lane(Instant now) {
        List<Stage> stages = new ArrayList<>(ended);
        open.ifPresent(stage -> stages.add(new Stage(stage.name(), stage.from(), now, Outcome.OPEN)));
        return new Timeline.Lane(name, id, state(), madeOf, addresses, stages, steps, actions);
    }

    private String state() {
        return states.isEmpty() ? "not ready" : String.join(", ", states);
    }

    private void end(Instant now, Outcome outcome) {
        open.ifPresent(stage -> ended.add(new Stage(stage.name(), stage.from(), now, outcome)));
        open = Optional.empty();
    }
}
