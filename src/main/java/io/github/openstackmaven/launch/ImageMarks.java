package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.PreparedMark;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.Preparation;
import io.github.openstackmaven.plan.PreparedImage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** What prepared images say of themselves: that they are finished, when they were last used, and until when they stay. */
public record ImageMarks(Cloud cloud) {
    private static final List<String> OF_ITS_BUILD = List.of(Mark.BUILD, Mark.LAUNCH, Mark.LEDGER);

    /** Says that an image is all there: from now on it is no single build's. */
    void finish(Preparation preparation, Image image) {
        Set<String> marks = new HashSet<>(OF_ITS_BUILD);
        marks.retainAll(image.properties().keySet());
        cloud.glance().change(image.id(), used(preparation), marks);
    }

    /**
     * Notes that images are used, at most once a day; nobody waits for it, and what can't be noted is noted another day.
     *
     * @param executor runs the requests
     */
    public void use(Plan plan, Executor executor) {
        Instant now = cloud.clock().now();
        plan.recipe().servers().stream()
                .flatMap(server -> server.plan().preparation().stream())
                .filter(planned -> planned.image()
                        .map(PreparedImage::new)
                        .filter(one -> one.isToBeRenewed(now))
                        .isPresent())
                .distinct()
                .forEach(planned -> executor.execute(() -> renew(planned)));
    }

    private void renew(PlannedPreparation planned) {
        try {
            String id = planned.image().orElseThrow().id();
            cloud.glance().change(id, used(planned.preparation()), Set.of());
        } catch (OpenStackException e) {
            return; // it may be another user's of the project: who made it says so
        }
    }

    private Map<String, String> used(Preparation preparation) {
        Instant now = cloud.clock().now();
        return Map.of(
                PreparedMark.USED_AT,
                now.toString(),
                Mark.EXPIRES_AT,
                now.plus(preparation.spec().unusedFor()).toString());
    }
}
