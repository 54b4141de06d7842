package io.github.openstackmaven.simulator.state;

import java.util.List;
import java.util.Optional;

/** A kind of volume: <a href="https://docs.openstack.org/api-ref/block-storage/v3/#volume-types-types">a volume type</a>. */
public record VolumeType(String id, String name, Optional<String> description) {
    /** What a volume is of when nothing else is said. */
    public static final VolumeType STANDARD = new VolumeType(Ids.uuid("volume type/lab"), "lab", Optional.empty());

    /** All there are. */
    public static final List<VolumeType> ALL = List.of(
            STANDARD,
            new VolumeType(Ids.uuid("volume type/default"), "__DEFAULT__", Optional.of("Default Volume Type")));

    public static Optional<VolumeType> of(String nameOrId) {
        return ALL.stream()
                .filter(type -> type.name().equals(nameOrId) || type.id().equals(nameOrId))
                .findFirst();
    }
}
