package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** {@code <image>}: a name or id, or a block. */
public final class ImageParameter implements ShortForm {
    private static final List<String> VISIBILITIES = List.of("public", "private", "shared", "community");

    static final Elements ELEMENTS = new Elements();

    private @Nullable String text;
    private @Nullable String name;
    private @Nullable String nameRegex;
    private @Nullable String owner;
    private @Nullable String visibility;
    private @Nullable List<String> tags;
    private @Nullable Map<String, String> properties;
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
