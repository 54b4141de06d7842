package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * {@code <image>}: a name or id, or a block of what it must match.
 *
 * <p>Example: {@code <image><nameRegex>^debian-12</nameRegex><mostRecent>true</mostRecent></image>}.
 *
 * @since 1.0.0
 */
public final class ImageParameter implements ShortForm {
    private static final List<String> VISIBILITIES = List.of("public", "private", "shared", "community");

    static final Elements ELEMENTS = new Elements();

    private @Nullable String text;

    /**
     * Its name.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    private @Nullable String name;

    /**
     * A regular expression of Java for its name, or a part of it.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <nameRegex>^debian-12</nameRegex>}.
     *
     * @since 1.0.0
     */
    private @Nullable String nameRegex;

    /**
     * Id of the project it belongs to.
     *
     * <p>Default: none, any.
     *
     * @since 1.0.0
     */
    private @Nullable String owner;

    /**
     * Who sees it. One of {@code public}, {@code private}, {@code shared}, {@code community}.
     *
     * <p>Default: none, any.
     *
     * @since 1.0.0
     */
    private @Nullable String visibility;

    /**
     * Tags, all of which it has.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <tags>lts,hardened</tags>}.
     *
     * @since 1.0.0
     */
    private @Nullable List<String> tags;

    /**
     * Properties, all of which it has. On the command line {@code -Dopenstack.image.properties.KEY}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <properties><os_distro>debian</os_distro></properties>}.
     *
     * @since 1.0.0
     */
    private @Nullable Map<String, String> properties;

    /**
     * Whether the newest is taken where several match; else that is an error.
     *
     * <p>Default: {@code false}.
     *
     * @since 1.0.0
     */
    private @Nullable String mostRecent;

    @Override
    public void set(String text) {
        this.text = text;
    }

    static ImageSpec spec(ElementPrecedence<ImageParameter> image) {
        return image.alone().<ImageSpec>map(ImageSpec.Named::new).orElseGet(() -> matching(image));
    }

    // Of a name and a pattern of it the nearer one counts; the block's own text is a name.
    private static ImageSpec matching(ElementPrecedence<ImageParameter> image) {
        int name = Math.min(image.depth(ELEMENTS.text), image.depth(ELEMENTS.name));
        int nameRegex = image.depth(ELEMENTS.nameRegex);
        return new ImageSpec.Matching(
                image.meant(ELEMENTS.name).map(ElementText::text).filter(text -> name <= nameRegex),
                image.value(ELEMENTS.nameRegex)
                        .filter(text -> nameRegex <= name)
                        .map(ImageParameter::pattern),
                image.value(ELEMENTS.owner),
                image.written(ELEMENTS.visibility).map(ImageParameter::visibility),
                image.list(ELEMENTS.tags),
                image.map(ELEMENTS.properties),
                image.flag(ELEMENTS.mostRecent));
    }

    private static String visibility(ElementText written) {
        if (VISIBILITIES.contains(written.text())) return written.text();
        throw written.is("It is one of " + String.join(", ", VISIBILITIES) + ".");
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new OpenStackException(
                    "Malformed <nameRegex> in <image>: " + e.getDescription() + " at character " + e.getIndex(),
                    "It is a regular expression of Java.",
                    e);
        }
    }

    /** The elements of an {@code <image>}. */
    static final class Elements extends Register<ImageParameter> {
        final Value<ImageParameter, String> text = text(image -> image.text);
        final Value<ImageParameter, String> name = text("name", image -> image.name);
        final Value<ImageParameter, String> nameRegex = text("nameRegex", image -> image.nameRegex);
        final Value<ImageParameter, String> owner = text("owner", image -> image.owner);
        final Value<ImageParameter, String> visibility = text("visibility", image -> image.visibility);
        final Value<ImageParameter, List<String>> tags = list("tags", image -> image.tags);
        final Value<ImageParameter, Map<String, String>> properties = map("properties", image -> image.properties);
        final Value<ImageParameter, String> mostRecent = text("mostRecent", image -> image.mostRecent);
    }
}
