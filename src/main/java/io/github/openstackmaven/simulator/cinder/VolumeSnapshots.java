package io.github.openstackmaven.simulator.cinder;

import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Snapshot;
import io.github.openstackmaven.simulator.state.Volume;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Rejection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The making of snapshots, as far as other services have Cinder do it. */
public record VolumeSnapshots(CloudState cloud) {

    /**
     * One of a volume, be it in use.
     *
     * @throws Rejection when the quota is full
     */
    public Snapshot create(Call call, Volume volume, String name) {
        return create(call, volume, new Volume.Labels(Optional.of(name), Optional.empty(), Map.of()));
    }

    Snapshot create(Call call, Volume volume, Volume.Labels labels) {
        new VolumeQuotas(cloud.storage(), cloud.limits()).admitSnapshot(call.project(), volume.size());
        Instant now = cloud.now();
        Volume.Life life = Volume.Life.of(now, now.plus(cloud.storage().pace()));
        Snapshot snapshot = Snapshot.of(volume, call.caller().user(), labels, life);
        cloud.storage().snapshots().put(snapshot);
        return snapshot;
    }
}
