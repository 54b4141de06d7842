package io.github.openstackmaven.output;

import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.LaunchEvent.Deleted;
import io.github.openstackmaven.launch.LaunchEvent.Deleting;
import io.github.openstackmaven.launch.LaunchEvent.Failed;
import io.github.openstackmaven.launch.LaunchEvent.Held;
import io.github.openstackmaven.launch.LaunchEvent.Ready;
import io.github.openstackmaven.launch.LaunchEvent.Requested;
import io.github.openstackmaven.launch.LaunchEvent.Retried;
import io.github.openstackmaven.launch.LaunchEvent.Reused;
import io.github.openstackmaven.launch.LaunchEvent.StatusChanged;
import io.github.openstackmaven.launch.LaunchEvent.Waiting;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;

/** Which stage of a server an event begins or ends. */
record TrackedEvent(Track track, Instant now) {

    void apply(LaunchEvent event) {
        if (event instanceof Requested requested) {
            track.known(requested.id());
            track.begin("build", now);
        } else if (event instanceof StatusChanged changed) {
            changed(changed.status());
        } else if (event instanceof Waiting waiting) {
            track.begin(waiting.stage().equals("ACTIVE") ? "build" : waiting.stage(), now);
        } else if (event instanceof Ready || event instanceof Held) {
            track.end(now);
        } else if (event instanceof Reused reused) {
            track.known(reused.id());
            track.end(now);
        } else if (event instanceof Failed) {
            failed();
        } else if (event instanceof Retried) {
            failed();
            track.begin("create", now);
        } else if (event instanceof Deleting deleting && deleting.kind() == ResourceType.SERVER) {
            if (!track.isOn("delete")) track.fail(now);
            track.begin("delete", now);
        } else if (event instanceof Deleted deleted && deleted.kind() == ResourceType.SERVER) {
            failed();
        }
    }

    private void failed() {
        if (track.isOn("delete")) {
            track.end(now);
        } else {
            track.fail(now);
        }
    }

    private void changed(String status) {
        if (status.equals("ACTIVE")) track.end(now);
        if (status.equals("ERROR")) track.fail(now);
    }
}
