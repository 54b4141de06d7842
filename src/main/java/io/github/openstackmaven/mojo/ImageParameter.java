package io.github.openstackmaven.mojo;

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
public final class ImageParameter {
    private String text;
    private String name;
    private String nameRegex;
    private String owner;
    private String visibility;
    private List<String> tags = List.of();
    private Map<String, String> properties = Map.of();
    private boolean mostRecent;

    /** The short form, as Maven sets it. */
    public void set(String text) {
        this.text = text;
    }

    /** Whether anything was written; where nothing was, Maven makes an empty one all the same. */
    boolean given() {
        return Stream.of(text, name, nameRegex, owner, visibility).anyMatch(Objects::nonNull)
                || !tags.isEmpty()
                || !properties.isEmpty()
                || mostRecent;
    }

    ImageSpec spec() {
        if (text != null) return new ImageSpec.Named(text.strip());
        return new ImageSpec.Matching(
                Optional.ofNullable(name),
                Optional.ofNullable(nameRegex).map(ImageParameter::pattern),
                Optional.ofNullable(owner),
                Optional.ofNullable(visibility),
                CommandLine.clean(tags),
                CommandLine.clean(properties),
                mostRecent);
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
