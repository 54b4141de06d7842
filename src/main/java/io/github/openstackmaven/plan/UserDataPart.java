package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One of several parts of a server's user data.
 *
 * @param name the file's name, or {@code userData}; messages and the script's file on the server have it
 */
public record UserDataPart(String name, Content content) {
    static final String CLOUD_CONFIG = "text/cloud-config";
    static final String CLOUD_CONFIG_ARCHIVE = "text/cloud-config-archive";

    private static final String IN_POM = "userData";
    private static final int BEGIN = 4096;
    // https://docs.cloud-init.io/en/latest/explanation/format/index.html
    private static final Map<String, String> TYPES = Map.of(
            "#cloud-config", CLOUD_CONFIG,
            "#cloud-config-archive", CLOUD_CONFIG_ARCHIVE,
            "#cloud-config-jsonp", "text/cloud-config-jsonp",
            "#cloud-boothook", "text/cloud-boothook",
            "#include", "text/x-include-url",
            "#include-once", "text/x-include-once-url",
            "#part-handler", "text/part-handler",
            "#!", "text/x-shellscript",
            "## template: jinja", "text/jinja2");

    /** The text of the POM. */
    public static UserDataPart ofPom(String text) {
        return new UserDataPart(IN_POM, Content.of(text));
    }

    /** The same with its text changed; as it is where it is none. */
    UserDataPart map(UnaryOperator<String> change) {
        return new UserDataPart(name, content.map(change));
    }

    /** As messages call it. */
    String label() {
        return name.equals(IN_POM) ? "<userData>" : "<userDataFile> " + name;
    }

    /** What it is to cloud-init, by its first line: the longest beginning that fits; empty where it would skip it. */
    Optional<String> type() {
        if (content.isGzip()) return Optional.of("application/gzip");
        String start = content.letters(BEGIN).stripLeading().toLowerCase(Locale.ROOT);
        return TYPES.entrySet().stream()
                .filter(type -> start.startsWith(type.getKey()))
                .max(Comparator.comparingInt(type -> type.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /**
     * The same, for one of several.
     *
     * @throws OpenStackException when cloud-init would skip it
     */
    String contentType() {
        return type().orElseThrow(this::unknown);
    }

    /** Whether cloud-init takes it for a message of parts, whatever else it begins with. */
    boolean isMessage() {
        return content.letters(BEGIN).toLowerCase(Locale.ROOT).contains("mime-version:");
    }

    /** @throws OpenStackException when it is no text */
    void demandText() {
        if (content.text().isPresent()) return;
        throw new OpenStackException(
                "<filterUserData> is on, and " + label() + " is no text in UTF-8"
                        + (content.isGzip() ? ": it is compressed" : ", from " + content.placeOfNoText() + " on"),
                "Save it as UTF-8, or leave <filterUserData> out: then its bytes are sent as they are.");
    }

    // The first line is left out: it may hold a secret.
    private OpenStackException unknown() {
        return new OpenStackException(
                "Part " + name + " of <userData> begins like nothing that cloud-init reads",
                "Let its first line be #cloud-config, #!/bin/sh, #include, #cloud-boothook, #part-handler or"
                        + " ## template: jinja.");
    }
}
