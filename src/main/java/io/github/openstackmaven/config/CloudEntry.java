package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entry of a cloud while it is put together, layer over layer: the top-level settings in order and, apart, those of auth. */
final class CloudEntry {
    // Numbers to openstacksdk's own code; every other number becomes text.
    private static final Set<String> NUMBERS = Set.of("api_timeout", "verbose_level");

    private final Map<String, Setting> top = new LinkedHashMap<>();
    private final Map<String, Setting> auth = new LinkedHashMap<>();

    /** An entry of a file. */
    static CloudEntry of(Object written, Source source) {
        CloudEntry entry = new CloudEntry();
        mapping(written, source.toString()).forEach((key, value) -> {
            if (key.equals("auth")) {
                mapping(value, "auth of " + source)
                        .forEach((name, inner) -> entry.auth.put(name, new Setting(inner, source)));
            } else {
                entry.top.put(key, new Setting(value, source));
            }
        });
        return entry;
    }

    /** Settings given for this run: dashes become underscores and a leading {@code os_} falls. */
    static CloudEntry ofArguments(Settings explicit) {
        CloudEntry entry = new CloudEntry();
        explicit.asMap().forEach((key, setting) -> {
            boolean inAuth = key.startsWith("auth.");
            String name = (inAuth ? key.substring("auth.".length()) : key).replace('-', '_');
            (inAuth ? entry.auth : entry.top).put(name.startsWith("os_") ? name.substring(3) : name, setting);
        });
        return entry;
    }

    /** The top-level settings, to be changed in place. */
    Map<String, Setting> top() {
        return top;
    }

    /** The settings of auth, to be changed in place. */
    Map<String, Setting> auth() {
        return auth;
    }

    /** Takes over the upper's settings; only auth keeps what the upper doesn't name. */
    CloudEntry overlay(CloudEntry upper) {
        top.putAll(upper.top);
        auth.putAll(upper.auth);
        return this;
    }

    /** As {@link #overlay}, but a null at the top level leaves what was there. */
    CloudEntry overlayPresent(CloudEntry upper) {
        upper.top.forEach((key, setting) -> {
            if (!setting.isNull()) top.put(key, setting);
        });
        auth.putAll(upper.auth);
        return this;
    }

    /** Merges secure.yaml in: it wins, and mappings are merged at every depth. */
    CloudEntry mergeSecure(CloudEntry secure) {
        secure.top.forEach((key, setting) -> top.merge(key, setting, (open, secret) -> merged(key, open, secret)));
        secure.auth.forEach((key, setting) -> auth.merge(key, setting, (open, secret) -> merged(key, open, secret)));
        return this;
    }

    /** A top-level setting's value, or all of auth, for a template. */
    Optional<Object> lookup(String key) {
        if (!key.equals("auth")) return Optional.ofNullable(top.get(key)).map(Setting::value);
        Map<String, Object> values = new LinkedHashMap<>();
        auth.forEach((name, setting) -> values.put(name, setting.value()));
        return Optional.of(values);
    }

    /** The same with underscores for dashes, and text for numbers. */
    CloudEntry normalized() {
        CloudEntry normal = new CloudEntry();
        top.forEach((key, setting) -> normal.top.put(underscored(key), setting.with(normalized(key, setting.value()))));
        auth.forEach(
                (key, setting) -> normal.auth.put(underscored(key), setting.with(normalized(key, setting.value()))));
        return normal;
    }

    /** The settings as they stand, those of auth first. */
    Settings settings() {
        Map<String, Setting> all = new LinkedHashMap<>();
        auth.forEach((key, setting) -> all.put("auth." + key, setting));
        all.putAll(top);
        return new Settings(all);
    }

    /** The value's entries, or an error that says what should have been a mapping. */
    static Map<String, Object> mapping(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) return PlainData.entries(map);
        throw new OpenStackException(what + " is not a mapping", "Write its keys below it, indented.");
    }

    /** Both mappings, the upper's values winning, merged at every depth. */
    static Map<String, Object> deeplyMerged(Map<String, Object> lower, Map<String, Object> upper, String what) {
        Map<String, Object> both = new LinkedHashMap<>(lower);
        upper.forEach((key, value) -> both.merge(
                key,
                value,
                (under, over) -> over instanceof Map<?, ?> map
                        ? deeplyMerged(mapping(under, key + " in " + what), PlainData.entries(map), what)
                        : over));
        return both;
    }

    private static Setting merged(String key, Setting open, Setting secret) {
        if (!(secret.value() instanceof Map<?, ?> map)) return secret;
        String what = key + " of " + open.source();
        return secret.with(deeplyMerged(mapping(open.value(), what), PlainData.entries(map), what));
    }

    private static Object normalized(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> normal = new LinkedHashMap<>();
            PlainData.entries(map).forEach((name, inner) -> normal.put(underscored(name), normalized(name, inner)));
            return normal;
        }
        boolean whole = value instanceof Long || value instanceof BigInteger;
        boolean toText = value instanceof Double || (whole && !NUMBERS.contains(underscored(key)));
        return toText ? PythonText.of(value) : value;
    }

    private static String underscored(String key) {
        return key.replace('-', '_');
    }
}
