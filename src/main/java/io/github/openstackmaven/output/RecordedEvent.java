package io.github.openstackmaven.output;

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
import java.time.Instant;

/** Begins or ends a stage of a server, and returns what is to be listed among the troubles; blank for none. */
record RecordedEvent(LaneRecorder lane, Instant now) implements LaunchEvent.Cases<String> {
    private static final String NO_TROUBLE = "";

    @Override
    public String made(Made made) {
        return NO_TROUBLE;
    }

    @Override
    public String requested(Requested requested) {
        lane.known(requested.id());
        lane.begin("build", now);
        return NO_TROUBLE;
    }

    @Override
    public String statusChanged(StatusChanged changed) {
        if (changed.status().equals("ACTIVE")) lane.end(now);
        if (changed.status().equals("ERROR")) lane.fail(now);
        return NO_TROUBLE;
    }

    @Override
    public String waiting(Waiting waiting) {
        lane.begin(waiting.stage().equals("ACTIVE") ? "build" : waiting.stage(), now);
        return NO_TROUBLE;
    }

    @Override
    public String held(Held held) {
        lane.end(now);
        return NO_TROUBLE;
    }

    @Override
    public String ready(Ready ready) {
        lane.end(now);
        return NO_TROUBLE;
    }

    @Override
    public String retried(Retried retried) {
        fail();
        lane.begin("create", now);
        return LaunchMessages.of(retried);
    }

    @Override
    public String reused(Reused reused) {
        lane.known(reused.id());
        lane.end(now);
        return NO_TROUBLE;
    }

    @Override
    public String kept(Kept kept) {
        return kept.kind() == ResourceType.SERVER ? LaunchMessages.of(kept) : NO_TROUBLE;
    }

    @Override
    public String failed(Failed failed) {
        fail();
        return failed.reason();
    }

    @Override
    public String deleting(Deleting deleting) {
        if (deleting.kind() != ResourceType.SERVER) return NO_TROUBLE;
        if (!lane.isOn("delete")) lane.fail(now);
        lane.begin("delete", now);
        return NO_TROUBLE;
    }

    @Override
    public String deleted(Deleted deleted) {
        if (deleted.kind() == ResourceType.SERVER) fail();
        return NO_TROUBLE;
    }

    @Override
    public String left(Left left) {
        return LaunchMessages.of(left);
    }

    private void fail() {
        if (lane.isOn("delete")) {
            lane.end(now);
        } else {
            lane.fail(now);
        }
    }
}
