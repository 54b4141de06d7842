package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Line breaks and other control characters at a value's ends, which nobody means: of a file with Windows' line ends, or of a
 * secret that was stored with its line break. A cloud would say no more than that the password is wrong.
 */
final class StrayCharacters {
    private static final Set<String> CHECKED =
            Set.of("auth_type", "region_name", "interface", "cacert", "cert", "key", "verify");

    private StrayCharacters() {}

    /**
     * Looks at environment variables.
     *
     * @throws OpenStackException when one has such a character; names all of them
     */
    static void refuse(Map<String, String> variables) {
        refuse(
                variables,
                "Set it without: a file with Windows' line ends becomes a sound one by dos2unix, and a secret of the CI's"
                        + " is stored anew, with nothing after it.");
    }

    /**
     * Looks at what a login is made of, wherever it was written.
     *
     * @throws OpenStackException when a value has such a character; names the key and where it was written
     */
    static void refuse(CloudEntry cloud) {
        Map<String, String> values = new LinkedHashMap<>();
        cloud.auth().forEach((key, setting) -> values.put(called("auth." + key, setting), text(setting)));
        cloud.top().forEach((key, setting) -> {
            if (CHECKED.contains(key)) values.put(called(key, setting), text(setting));
        });
        refuse(values, "Write it without; in YAML, a text after | keeps its last line break, and after |- it doesn't.");
    }

    private static void refuse(Map<String, String> values, String advice) {
        Map<String, List<String>> found = new TreeMap<>();
        values.forEach((name, text) -> problem(text)
                .ifPresent(problem -> found.computeIfAbsent(problem, absent -> new ArrayList<>())
                        .add(name)));
        if (found.isEmpty()) return;
        throw new OpenStackException(
                found.entrySet().stream()
                        .map(one -> String.join(", ", one.getValue()) + ": " + one.getKey())
                        .collect(Collectors.joining("; ")),
                advice);
    }

    private static Optional<String> problem(String text) {
        if (text.isEmpty()) return Optional.empty();
        int last = text.codePointBefore(text.length());
        if (Character.isISOControl(last)) return Optional.of(name(last) + " at the end of the value");
        int first = text.codePointAt(0);
        return Character.isISOControl(first)
                ? Optional.of(name(first) + " at the start of the value")
                : Optional.empty();
    }

    private static String name(int character) {
        return switch (character) {
            case '\r' -> "a line break (CR)";
            case '\n' -> "a line break (LF)";
            case '\t' -> "a tab";
            default -> String.format("a control character (U+%04X)", character);
        };
    }

    private static String called(String key, Setting setting) {
        return key + " (" + setting.source() + ")";
    }

    private static String text(Setting setting) {
        return setting.value() instanceof String text ? text : "";
    }
}
