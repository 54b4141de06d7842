package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.PyYaml;
import io.github.openstackmaven.config.YamlNull;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks whether cloud-init can read its YAML: what it can't it leaves out, and says that all is done.
 */
final class CloudConfig {
    private CloudConfig() {}

    /**
     * Checks a part that says of itself that it is {@code #cloud-config} or an archive of them; others are passed over.
     *
     * @throws OpenStackException with line and column, but never the text there, which may be a secret
     */
    static void check(UserDataPart part) {
        String type = part.type().orElse("");
        boolean archive = type.equals(UserDataPart.CLOUD_CONFIG_ARCHIVE);
        if (!archive && !type.equals(UserDataPart.CLOUD_CONFIG)) return;
        Object read = read(part);
        boolean known = read == YamlNull.NULL
                || (archive ? read instanceof List<?> || read instanceof Set<?> : read instanceof Map<?, ?>);
        if (known) return;
        throw new OpenStackException(
                part.label() + " is no " + (archive ? "list" : "mapping") + " below its first line",
                archive
                        ? "#cloud-config-archive is a list of parts: - content: …"
                        : "#cloud-config needs keys, such as 'packages:'; cloud-init would leave it out.");
    }

    private static Object read(UserDataPart part) {
        String text = part.content()
                .text()
                .orElseThrow(() -> new OpenStackException(
                        part.label() + " is #cloud-config and no UTF-8, from "
                                + part.content().placeOfNoText() + " on",
                        "Save it as UTF-8: cloud-init would leave it out."));
        try {
            return PyYaml.load(text);
        } catch (PyYaml.BrokenException e) {
            throw new OpenStackException(
                    "Broken YAML in " + part.label() + e.place() + (e.hint().isEmpty() ? "" : ": " + e.hint()),
                    "Correct it there or a little above; cloud-init would leave it out, and say that all is done. A"
                            + " value with one of : # { } [ ] & * ! | > ' \" % @ ` needs quotes.");
        }
    }
}
