package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code <bootVolume>}, or {@code <volume>} in {@code <volumes>}: a volume's name or id, or a block.
 *
 * <p>Example: {@code <volume><size>10</size><type>ssd</type></volume>}.
 *
 * @since 1.0.0
 */
public final class VolumeParameter implements ShortForm {
    static final Elements ELEMENTS = new Elements();

    /**
     * Name or id of one there is, which may stand instead of the block, and takes no other element.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <volume>data</volume>}.
     *
     * @since 1.0.0
     */
    private @Nullable String volume;

    /**
     * Name or id of a snapshot that it is made of.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    private @Nullable String snapshot;

    /**
     * Its name.
     *
     * <p>Default: the server's with a suffix.
     *
     * @since 1.0.0
     */
    private @Nullable String name;

    /**
     * How large it is, in GiB.
     *
     * <p>Default: as large as the image or the snapshot asks for; a blank one needs it.
     *
     * @since 1.0.0
     */
    private @Nullable String size;

    /**
     * Its type, by name.
     *
     * <p>Default: the cloud's.
     *
     * @since 1.0.0
     */
    private @Nullable String type;

    /**
     * Whether it is deleted with the server.
     *
     * <p>Default: {@code true}.
     *
     * @since 1.0.0
     */
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
