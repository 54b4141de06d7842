package io.github.openstackmaven.plan;

import io.github.openstackmaven.image.Image;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server is to be prepared by, and what there is of it.
 *
 * @param image that can be booted and is not too old; empty: it is to be made
 * @param found all that there are of its digest, as they were seen
 */
public record PlannedPreparation(Preparation preparation, Optional<Image> image, List<PreparedImage> found) {
    public PlannedPreparation {
        found = List.copyOf(found);
    }

    /** The same whatever there is: it is to be made. */
    public PlannedPreparation anew() {
        return new PlannedPreparation(preparation, Optional.empty(), found);
    }

    /** Whether another build is about to make it. */
    public boolean isUnderWay() {
        return found.stream().anyMatch(PreparedImage::isUnderWay);
    }

    /** Whether an image that is there, or comes to be, is the one that is to be made: those are not that are finished. */
    public boolean mayBe(PreparedImage other) {
        Set<String> finished = found.stream()
                .filter(PreparedImage::isFinished)
                .map(one -> one.image().id())
                .collect(Collectors.toSet());
        return !finished.contains(other.image().id());
    }

    /** What the server boots from, or what stands for it. */
    Image boots() {
        return image.orElseGet(preparation::standIn);
    }

    /** Each of them once: servers that are prepared alike share an image. */
    static List<PlannedPreparation> distinct(Stream<PlannedPreparation> all) {
        Map<String, PlannedPreparation> byDigest = new LinkedHashMap<>();
        all.forEach(one -> byDigest.putIfAbsent(one.preparation().digest(), one));
        return List.copyOf(byDigest.values());
    }
}
