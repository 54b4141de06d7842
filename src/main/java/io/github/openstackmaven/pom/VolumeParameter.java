package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.VolumeSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code <bootVolume>}, or {@code <volume>} in {@code <volumes>}: a volume's name or id, or a block. */
public final class VolumeParameter implements Block, ShortForm {
    private String volume;
    private String snapshot;
    private String name;
    private String size;
    private String type;
    private String deleteOnTermination;

    @Override
    public void set(String text) {
        this.volume = text;
    }

    @Override
    public boolean given() {
        return Stream.of(volume, snapshot, name, size, type, deleteOnTermination)
                .anyMatch(Objects::nonNull);
    }

    /** Whether it brings what is on it: it is there already, or made of a snapshot. */
    boolean hasContent() {
        return volume != null || snapshot != null;
    }

    /** The element that says what is on it. */
    String content() {
        return volume != null ? "volume" : "snapshot";
    }

    /**
     * What it means.
     *
     * @param where in messages
     * @param otherwise what is on a new one that is not made of a snapshot
     */
    VolumeSpec spec(String where, VolumeSpec.Origin otherwise) {
        Optional<String> existing = Written.text(volume);
        return existing.isPresent() ? existing(existing.get(), where) : made(where, otherwise);
    }

    private VolumeSpec existing(String nameOrId, String where) {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("snapshot", snapshot);
        others.put("name", name);
        others.put("size", size);
        others.put("type", type);
        others.put("deleteOnTermination", deleteOnTermination);
        others.values().removeIf(Objects::isNull);
        others.keySet().stream().findFirst().ifPresent(other -> {
            throw Written.both("volume", other, where);
        });
        return new VolumeSpec.Existing(nameOrId);
    }

    private VolumeSpec made(String where, VolumeSpec.Origin otherwise) {
        return new VolumeSpec.New(
                Written.text(name),
                Written.text(snapshot)
                        .<VolumeSpec.Origin>map(VolumeSpec.OfSnapshot::new)
                        .orElse(otherwise),
                Written.of("<size> in " + where, size).map(written -> written.amount(1, "GiB")),
                Written.text(type),
                Written.of("<deleteOnTermination> in " + where, deleteOnTermination)
                        .map(Written::flag)
                        .orElse(true));
    }
}
