package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code <bootVolume>}, or {@code <volume>} in {@code <volumes>}: a volume's name or id, or a block. */
public final class VolumeParameter implements ShortForm {
    static final Elements ELEMENTS = new Elements();

    private @Nullable String volume;
    private @Nullable String snapshot;
    private @Nullable String name;
    private @Nullable String size;
    private @Nullable String type;
    private @Nullable String deleteOnTermination;

    @Override
    public void set(String text) {
        this.volume = text;
    }

    static List<VolumeSpec> specs(List<VolumeParameter> bound) {
        return bound.stream()
                .filter(Objects::nonNull)
                .filter(ELEMENTS::isGiven)
                .map(volume -> spec(ElementPrecedence.alone("a <volume>", ELEMENTS, volume), new VolumeSpec.Blank()))
                .toList();
    }

    /**
     * The element that says what is on it, where one does: it is there already, or made of a snapshot. Of the two the nearer
     * one counts.
     */
    static Optional<Value<VolumeParameter, String>> content(ElementPrecedence<VolumeParameter> volume) {
        return volume.value(ELEMENTS.volume).isEmpty()
                        && volume.value(ELEMENTS.snapshot).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        volume.depth(ELEMENTS.volume) <= volume.depth(ELEMENTS.snapshot)
                                ? ELEMENTS.volume
                                : ELEMENTS.snapshot);
    }

    /**
     * What it means.
     *
     * @param otherwise what is on a new one that is not made of a snapshot
     */
    static VolumeSpec spec(ElementPrecedence<VolumeParameter> volume, VolumeSpec.Origin otherwise) {
        return volume.unless(ELEMENTS.snapshot, ELEMENTS.volume)
                .map(existing -> existing(existing, volume))
                .orElseGet(() -> made(volume, otherwise));
    }

    private static VolumeSpec existing(String nameOrId, ElementPrecedence<VolumeParameter> volume) {
        Stream.of(ELEMENTS.snapshot, ELEMENTS.name, ELEMENTS.size, ELEMENTS.type, ELEMENTS.deleteOnTermination)
                .filter(other -> volume.unless(ELEMENTS.volume, other).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw ElementText.both("volume", other.name(), volume.place());
                });
        return new VolumeSpec.Existing(nameOrId);
    }

    private static VolumeSpec made(ElementPrecedence<VolumeParameter> volume, VolumeSpec.Origin otherwise) {
        return new VolumeSpec.New(
                volume.value(ELEMENTS.name),
                volume.value(ELEMENTS.snapshot)
                        .<VolumeSpec.Origin>map(VolumeSpec.OfSnapshot::new)
                        .orElse(otherwise),
                volume.written(ELEMENTS.size).map(written -> written.amount(1, "GiB")),
                volume.value(ELEMENTS.type),
                volume.written(ELEMENTS.deleteOnTermination)
                        .map(ElementText::flag)
                        .orElse(true));
    }

    /** The elements of a volume. */
    static final class Elements extends Register<VolumeParameter> {
        final Value<VolumeParameter, String> volume = meant("volume", volume -> volume.volume);
        final Value<VolumeParameter, String> snapshot = text("snapshot", volume -> volume.snapshot);
        final Value<VolumeParameter, String> name = text("name", volume -> volume.name);
        final Value<VolumeParameter, String> size = text("size", volume -> volume.size);
        final Value<VolumeParameter, String> type = text("type", volume -> volume.type);
        final Value<VolumeParameter, String> deleteOnTermination =
                text("deleteOnTermination", volume -> volume.deleteOnTermination);
    }
}
