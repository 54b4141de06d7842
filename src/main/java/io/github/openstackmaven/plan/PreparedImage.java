package io.github.openstackmaven.plan;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.image.ImageFilter;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.PreparedMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An image that a preparation has left, or is about to leave. */
public record PreparedImage(Image image) {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration SELDOM = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofHours(1);
    private static final int PARTS = 4; // of a short life: half of it for use, a quarter for a launch

    /** Which of several that were made at the same time stays: the one that is finished first, then the eldest. */
    public static final Comparator<PreparedImage> ELECTION = Comparator.comparing(
                    (PreparedImage one) -> !one.isFinished())
            .thenComparing(PreparedImage::createdAt)
            .thenComparing(one -> one.image().id());

    /**
     * The images of a description, whatever they are made from and whatever has become of them: the project's own, since
     * anybody may mark what he shows to others.
     */
    public static List<Image> described(Cloud cloud, String description) {
        List<Image> found = new ArrayList<>();
        cloud.images()
                .matching(new ImageFilter(
                        Optional.empty(),
                        cloud.projectId(),
                        Optional.of("private"),
                        List.of(),
                        Map.of(PreparedMark.DESCRIPTION, description)))
                .forEachRemaining(found::addAll);
        return List.copyOf(found);
    }

    /**
     * Those of a preparation among images of its description that are finished, or that a build which lives is about to
     * finish.
     */
    public static List<PreparedImage> of(Preparation preparation, List<Image> found, Instant now) {
        return found.stream()
                .filter(preparation::isOf)
                .map(PreparedImage::new)
                .filter(one -> one.isFinished() || (one.isUnderWay() && !one.isLeft(now)))
                .toList();
    }

    /** The newest that can be booted, is not too old, and that no reaper takes before a server of it is there. */
    static Optional<Image> newest(List<PreparedImage> images, Instant now, Duration maxAge) {
        return images.stream()
                .filter(PreparedImage::isFinished)
                .filter(one -> !one.createdAt().plus(maxAge).isBefore(now))
                .filter(one -> !one.expiresBefore(
                        now.plus(Durations.shorter(SOON, one.life().dividedBy(PARTS)))))
                .max(Comparator.comparing(PreparedImage::createdAt)
                        .thenComparing(one -> one.image().id()))
                .map(PreparedImage::image);
    }

    /** Whether it is all there, and whoever made it has said so. */
    public boolean isFinished() {
        return image.bootable() && usedAt().isPresent();
    }

    /** Whether it may become so. */
    public boolean isUnderWay() {
        return !isFinished() && List.of("queued", "saving", "active").contains(image.status());
    }

    /** Whether its last use is to be noted: at most once a day, and before half the time is over that it lives unused. */
    public boolean isToBeRenewed(Instant now) {
        Duration seldom = Durations.shorter(SELDOM, life().dividedBy(2));
        return usedAt().filter(at -> at.plus(seldom).isAfter(now)).isEmpty();
    }

    // Who made it has not said for a lease that he still does.
    private boolean isLeft(Instant now) {
        return Mark.inMetadata(image.texts())
                .flatMap(Mark::expiresAt)
                .filter(end -> end.isBefore(now))
                .isPresent();
    }

    private Duration life() {
        return usedAt().flatMap(used -> mark().flatMap(PreparedMark::expiresAt).map(end -> Duration.between(used, end)))
                .orElse(FOR_EVER);
    }

    private Instant createdAt() {
        return image.createdAt().orElse(Instant.MIN);
    }

    private boolean expiresBefore(Instant time) {
        return mark().flatMap(PreparedMark::expiresAt)
                .filter(end -> end.isBefore(time))
                .isPresent();
    }

    private Optional<Instant> usedAt() {
        return mark().flatMap(PreparedMark::usedAt);
    }

    private Optional<PreparedMark> mark() {
        return PreparedMark.of(image.name(), image.texts());
    }
}
