package io.github.openstackmaven.output;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.LaunchEvent.Deleted;
import io.github.openstackmaven.launch.LaunchEvent.Deleting;
import io.github.openstackmaven.launch.LaunchEvent.Failed;
import io.github.openstackmaven.launch.LaunchEvent.Held;
import io.github.openstackmaven.launch.LaunchEvent.Kept;
import io.github.openstackmaven.launch.LaunchEvent.Left;
import io.github.openstackmaven.launch.LaunchEvent.Made;
import io.github.openstackmaven.launch.LaunchEvent.Ready;
import io.github.openstackmaven.launch.LaunchEvent.Requested;
import io.github.openstackmaven.launch.LaunchEvent.Retried;
import io.github.openstackmaven.launch.LaunchEvent.Reused;
import io.github.openstackmaven.launch.LaunchEvent.StatusChanged;
import io.github.openstackmaven.launch.LaunchEvent.Waiting;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.output.Timeline.Trouble;
import java.time.Instant;
import java.util.Optional;

/** Begins or ends a stage of a server, and returns what is to be listed among the troubles. */
record RecordedEvent(LaneRecorder lane, Instant now) implements LaunchEvent.Cases<Optional<Trouble>> {

    @Override
    public Optional<Trouble> made(Made made) {
        return noTrouble();
    }

    @Override
    public Optional<Trouble> requested(Requested requested) {
        lane.known(requested.id());
        lane.anew();
        lane.begin("build", now);
        return noTrouble();
    }

    @Override
    public Optional<Trouble> statusChanged(StatusChanged changed) {
        if (changed.status().equals("ACTIVE")) lane.begin("address", now);
        if (changed.status().equals("ERROR")) fail();
        return noTrouble();
    }

    @Override
    public Optional<Trouble> waiting(Waiting waiting) {
        lane.begin(waiting.stage().equals("ACTIVE") ? "build" : waiting.stage(), now);
        return noTrouble();
    }

    // The next begins at once, or it is ready.
    @Override
    public Optional<Trouble> held(Held held) {
        return noTrouble();
    }

    @Override
    public Optional<Trouble> ready(Ready ready) {
        lane.state("ready");
        lane.begin(LaneRecorder.OTHERS, now);
        return noTrouble();
    }

    @Override
    public Optional<Trouble> retried(Retried retried) {
        lane.fail(now);
        lane.begin(LaneRecorder.CREATE, now);
        return trouble(retried, LaunchMessages.of(retried), "");
    }

    @Override
    public Optional<Trouble> reused(Reused reused) {
        lane.known(reused.id());
        lane.anew();
        lane.state("was there already");
        lane.begin("address", now);
        return noTrouble();
    }

    @Override
    public Optional<Trouble> kept(Kept kept) {
        if (kept.kind() != ResourceType.SERVER) return noTrouble();
        lane.state("kept");
        lane.fail(now);
        lane.begin(LaneRecorder.KEPT, now);
        return trouble(kept, LaunchMessages.of(kept), "");
    }

    @Override
    public Optional<Trouble> failed(Failed failed) {
        lane.state("failed");
        fail();
        String advice = failed.failure() instanceof OpenStackException told ? told.advice() : "";
        return trouble(failed, failed.reason(), advice);
    }

    @Override
    public Optional<Trouble> deleting(Deleting deleting) {
        if (deleting.kind() != ResourceType.SERVER || lane.isOn(LaneRecorder.DELETE)) return noTrouble();
        lane.fail(now);
        lane.begin(LaneRecorder.DELETE, now);
        return noTrouble();
    }

    @Override
    public Optional<Trouble> deleted(Deleted deleted) {
        if (deleted.kind() != ResourceType.SERVER) return noTrouble();
        lane.state("deleted");
        lane.fail(now);
        return noTrouble();
    }

    @Override
    public Optional<Trouble> left(Left left) {
        if (left.kind() == ResourceType.SERVER) lane.state("left behind");
        return trouble(left, LaunchMessages.of(left), "");
    }

    // A server that there is, or was, is asked about before it goes.
    private void fail() {
        if (lane.isOn(LaneRecorder.DELETE) || lane.isOn(LaneRecorder.ASKING_WHY)) return;
        lane.fail(now);
        if (lane.isKnown()) lane.begin(LaneRecorder.ASKING_WHY, now);
    }

    private Optional<Trouble> trouble(LaunchEvent event, String text, String advice) {
        return text.isBlank() ? noTrouble() : Optional.of(new Trouble(now, event.name(), text, advice));
    }

    private static Optional<Trouble> noTrouble() {
        return Optional.empty();
    }
}
