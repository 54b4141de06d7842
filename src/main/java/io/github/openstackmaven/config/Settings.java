package io.github.openstackmaven.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings in order, keyed as in clouds.yaml with {@code auth} flattened: {@code auth.auth_url}, {@code region_name},
 * {@code compute_endpoint_override}, {@code networks}.
 */
public final class Settings {
    private final Map<String, Setting> values;

    public Settings(Map<String, Setting> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No settings. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /** The setting as written, also when it is null or blank. */
    public Optional<Setting> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The setting as text; null and blank count as absent. */
    public Optional<String> text(String key) {
        return get(key).filter(setting -> !setting.isNull()).map(Setting::text).filter(text -> !text.isBlank());
    }

    /** All settings, in order. */
    public Map<String, Setting> asMap() {
        return values;
    }

    /** These and one more, which wins over one of the same key. */
    public Settings with(String key, Setting setting) {
        Map<String, Setting> more = new LinkedHashMap<>(values);
        more.put(key, setting);
        return new Settings(more);
    }

    /** These, and those of the lower ones whose keys are not here. */
    public Settings over(Settings lower) {
        Map<String, Setting> all = new LinkedHashMap<>(lower.values);
        all.putAll(values);
        return new Settings(all);
    }

    /** Every value as it may be printed: secrets are {@code ***}. */
    public Map<String, String> printable() {
        Map<String, String> printable = new LinkedHashMap<>();
        values.forEach((key, setting) -> printable.put(key, SecretKeys.printed(key, setting.value())));
        return Collections.unmodifiableMap(printable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** A line for each setting: key, printable value and source. */
    @Override
    public String toString() {
        return printable().entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue() + " ("
                        + values.get(line.getKey()).source() + ")")
                .collect(Collectors.joining("\n"));
    }
}
