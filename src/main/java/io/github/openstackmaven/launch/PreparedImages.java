package io.github.openstackmaven.launch;

import io.github.openstackmaven.Poll;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.plan.PlannedPreparation;
import io.github.openstackmaven.plan.Preparation;
import io.github.openstackmaven.plan.PreparedImage;
import io.github.openstackmaven.resource.SnapshotImages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Images that preparations leave, as all builds of a project see them.
 *
 * @param cloud asked each question once
 */
record PreparedImages(Cloud cloud, ImageMarks marks, LaunchState state) {

    /** The one that stays, of all that there are of a preparation. */
    Optional<PreparedImage> elected(PlannedPreparation wanted) {
        Preparation preparation = wanted.preparation();
        List<Image> described = PreparedImage.described(cloud, preparation.description());
        return PreparedImage.of(preparation, described, cloud.clock().now()).stream()
                .filter(wanted::mayBe)
                .min(PreparedImage.ELECTION);
    }

    /** The one that stays, once it is finished; empty when there is none, or none any more. */
    Optional<PreparedImage> finished(PlannedPreparation wanted) {
        return elected(wanted).flatMap(first -> {
            Preparation preparation = wanted.preparation();
            String subject = "Image '" + preparation.imageName() + "' of another build";
            Unfinished unfinished = new Unfinished(wanted);
            return new LaunchWait(
                            state,
                            preparation.serverName(),
                            subject,
                            first.image().id(),
                            "image",
                            "active")
                    .until(unfinished::look);
        });
    }

    /** A wait for an image that another build makes. */
    private final class Unfinished {
        // Between an image's end and the word of who made it there are two requests.
        private static final Duration WORDLESS = Duration.ofMinutes(1);

        private final PlannedPreparation wanted;
        private Optional<Instant> active = Optional.empty();

        Unfinished(PlannedPreparation wanted) {
            this.wanted = wanted;
        }

        Poll.Look<Optional<PreparedImage>> look() {
            Optional<PreparedImage> there = elected(wanted);
            if (there.isEmpty() || there.get().isFinished()) return Poll.Look.done(there);
            Image image = there.get().image();
            if (!image.bootable()) return Poll.Look.notYet(image.status());
            Instant now = cloud.clock().now();
            Instant since = active.orElse(now);
            active = Optional.of(since);
            if (now.isBefore(since.plus(WORDLESS))) return Poll.Look.notYet("active, and not in use");
            if (!image.snapshots().isEmpty()) new SnapshotImages(cloud.volume()).keep(image);
            marks.finish(wanted.preparation(), image); // who made it is no more, and it is all there
            return Poll.Look.done(there);
        }
    }
}
