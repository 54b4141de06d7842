package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.plan.ImageSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** {@code <image>}: a name or id, or a block. */
public final class ImageParameter implements Block, ShortForm {
    private static final List<String> VISIBILITIES = List.of("public", "private", "shared", "community");

    private String text;
    private String name;
    private String nameRegex;
    private String owner;
    private String visibility;
    private List<String> tags = List.of();
    private Map<String, String> properties = Map.of();
    private String mostRecent;

    @Override
    public void set(String text) {
        this.text = text;
    }

    @Override
    public boolean given() {
        return Stream.of(text, name, nameRegex, owner, visibility, mostRecent).anyMatch(Objects::nonNull)
                || !tags.isEmpty()
                || !properties.isEmpty();
    }

    ImageSpec spec() {
        Optional<String> named = Written.text(text);
        return named.isPresent()
                ? new ImageSpec.Named(named.get())
                : new ImageSpec.Matching(
                        Written.text(name),
                        Written.text(nameRegex).map(ImageParameter::pattern),
                        Written.text(owner),
                        written("visibility", visibility).map(ImageParameter::visibility),
                        CommandLine.clean(tags),
                        CommandLine.clean(properties),
                        written("mostRecent", mostRecent).map(Written::flag).orElse(false));
    }

    private static Optional<Written> written(String element, String text) {
        return Written.of("<" + element + "> in <image>", text);
    }

    private static String visibility(Written written) {
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
}
