package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with names in braces, as in {@code https://{region_name}.example.com} or {@code {auth[username]}}, which stand
 * for other settings; doubled braces stand for braces. Python's alignment and attributes are left out: nobody uses them
 * in a clouds.yaml.
 */
final class TextTemplate {
    private static final Pattern PART =
            Pattern.compile("\\{\\{|}}|\\{(?<name>[^{}\\[\\].!:]+)(?<path>(?:\\[[^]{}]+])*)(?:!s)?:?}|[{}]");
    private static final Pattern STEP = Pattern.compile("\\[([^]]+)]");

    private final String key;
    private final Setting setting;

    TextTemplate(String key, Setting setting) {
        this.key = key;
        this.setting = setting;
    }

    /** The text with the settings' values in their places. */
    Setting fill(Function<String, Optional<Object>> settings) {
        Matcher part = PART.matcher(setting.text());
        StringBuilder filled = new StringBuilder();
        while (part.find()) part.appendReplacement(filled, Matcher.quoteReplacement(replacement(part, settings)));
        return setting.with(part.appendTail(filled).toString());
    }

    private String replacement(Matcher part, Function<String, Optional<Object>> settings) {
        return switch (part.group()) {
            case "{{" -> "{";
            case "}}" -> "}";
            case "{", "}" -> throw lonelyBrace();
            default -> PythonText.of(value(part, settings));
        };
    }

    private Object value(Matcher part, Function<String, Optional<Object>> settings) {
        String name = part.group("name");
        Object value = settings.apply(name).orElseThrow(() -> unknown(name));
        Matcher step = STEP.matcher(part.group("path"));
        while (step.find()) value = inside(value, step.group(1)).orElseThrow(() -> unknown(name + part.group("path")));
        return value;
    }

    private static Optional<Object> inside(Object value, String step) {
        boolean index = step.matches("\\d{1,9}");
        if (value instanceof Map<?, ?> map && !index) return Optional.ofNullable(map.get(step));
        if (value instanceof List<?> list && index && Integer.parseInt(step) < list.size()) {
            return Optional.of(list.get(Integer.parseInt(step)));
        }
        return Optional.empty();
    }

    private OpenStackException unknown(String name) {
        // What isn't a plain name may be part of a secret.
        String shown = !SecretKeys.isSecret(key) && name.matches("\\w{1,40}") ? " {" + name + "}" : " a setting";
        return new OpenStackException(
                key + " (" + setting.source() + ") refers to" + shown + ", which isn't there",
                "Set it beside " + key + ", or write {{ and }} for braces that should stay.");
    }

    private OpenStackException lonelyBrace() {
        return new OpenStackException(
                key + " (" + setting.source() + ") holds a brace that stands for no setting",
                "Write {{ and }} for braces that should stay.");
    }
}
