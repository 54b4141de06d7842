package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One of several parts of a server's user data.
 *
 * @param name the file's name, or a word for it such as {@code part}; messages and the script's file on the server have it
 */
public record UserDataPart(String name, String text) {
    // https://docs.cloud-init.io/en/latest/explanation/format/index.html
    private static final Map<String, String> TYPES = Map.of(
            "#cloud-config", "text/cloud-config",
            "#cloud-config-archive", "text/cloud-config-archive",
            "#cloud-boothook", "text/cloud-boothook",
            "#include", "text/x-include-url",
            "#include-once", "text/x-include-once-url",
            "#part-handler", "text/part-handler",
            "#!", "text/x-shellscript",
            "## template: jinja", "text/jinja2");

    /** The same with its text changed. */
    UserDataPart map(UnaryOperator<String> change) {
        return new UserDataPart(name, change.apply(text));
    }

    /**
     * What it is to cloud-init, by its first line: the longest beginning that fits.
     *
     * @throws OpenStackException when cloud-init would skip it
     */
    String contentType() {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return TYPES.entrySet().stream()
                .filter(type -> start.startsWith(type.getKey()))
                .max(Comparator.comparingInt(type -> type.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseThrow(this::unknown);
    }

    // The first line is left out: it may hold a secret.
    private OpenStackException unknown() {
        return new OpenStackException(
                "Part " + name + " of <userData> begins like nothing that cloud-init reads",
                "Let its first line be #cloud-config, #!/bin/sh, #include, #cloud-boothook, #part-handler or"
                        + " ## template: jinja.");
    }
}
