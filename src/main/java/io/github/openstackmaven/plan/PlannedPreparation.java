package io.github.openstackmaven.plan;

import io.github.openstackmaven.image.Image;
import io.github.openstackmaven.ledger.PreparedMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
 * @param disk that the image must have room on
 */
public record PlannedPreparation(
        Preparation preparation, Optional<Image> image, List<PreparedImage> found, BootDisk disk) {
    public PlannedPreparation {
        found = List.copyOf(found);
    }

    /** The same whatever there is: it is to be made. */
    public PlannedPreparation anew() {
        return new PlannedPreparation(preparation, Optional.empty(), found, disk);
    }

    /** Whether another build is about to make it. */
    public boolean isUnderWay() {
        return found.stream().anyMatch(PreparedImage::isUnderWay);
    }

    /**
     * Whether an image that is there, or comes to be, is the one that is to be made: those are not that are finished, nor those
     * that the server has no room for.
     */
    public boolean mayBe(PreparedImage other) {
        Set<String> finished = found.stream()
                .filter(PreparedImage::isFinished)
                .map(one -> one.image().id())
                .collect(Collectors.toSet());
        return disk.takes(other.image()) && !finished.contains(other.image().id());
    }

    /** The properties of the image: what it is found by, whose it is while it is made, and what it is of. */
    public Map<String, String> properties(Marking marking) {
        Map<String, String> properties = new HashMap<>(preparation.properties(marking));
        disk.type().ifPresent(type -> properties.put(PreparedMark.VOLUME_TYPE, type));
        return Map.copyOf(properties);
    }

    /** What the server boots from, or what stands for it. */
    Image boots() {
        return image.orElseGet(preparation::standIn);
    }

    /** Each of them once: servers that are prepared alike share an image, one that all of them have room for. */
    static List<PlannedPreparation> distinct(Stream<PlannedPreparation> all) {
        List<PlannedPreparation> distinct = new ArrayList<>();
        all.sorted(Comparator.comparing(PlannedPreparation::disk, BootDisk.NARROWEST_FIRST))
                .filter(one -> distinct.stream().noneMatch(one::takesImageOf))
                .forEach(distinct::add);
        return List.copyOf(distinct);
    }

    private boolean takesImageOf(PlannedPreparation other) {
        return preparation.digest().equals(other.preparation.digest()) && disk.takesImageOf(other.disk);
    }
}
