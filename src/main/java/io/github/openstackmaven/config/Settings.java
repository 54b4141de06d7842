package io.github.openstackmaven.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Settings in order, keyed as in clouds.yaml with {@code auth} flattened: {@code auth.auth_url}, {@code region_name},
 * {@code compute_endpoint_override}, {@code networks}.
 */
public final class Settings {
    private static final Set<String> TOLD = Set.of("auth_type", "interface", "region_name", "verify");

    private final Map<String, Setting> values;

    public Settings(Map<String, Setting> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No settings. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /** Settings of {@link #plain() plain values}, all from one source. */
    public static Settings of(Map<?, ?> plain, Source source) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        plain.forEach((key, value) -> settings.put(String.valueOf(key), new Setting(value, source)));
        return new Settings(settings);
    }

    /** The values alone, secrets among them, of the JDK's types only; null for those that were left empty. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((key, setting) -> plain.put(key, PlainData.jdk(setting.value())));
        return plain;
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

    /** The secrets among the values. */
    public List<Secret> secrets() {
        return values.entrySet().stream()
                .flatMap(entry ->
                        SecretKeys.secrets(entry.getKey(), entry.getValue().value()))
                .map(Secret::of)
                .toList();
    }

    /** Every value as it may leave this build: secrets are {@code ***}, null is empty. */
    public Map<String, Optional<Object>> masked() {
        Map<String, Optional<Object>> masked = new LinkedHashMap<>();
        values.forEach((key, setting) -> masked.put(
                key, Optional.of(SecretKeys.masked(key, setting.value())).filter(value -> !setting.isNull())));
        return Collections.unmodifiableMap(masked);
    }

    /**
     * A line for each setting that someone wrote, and for the defaults that matter to a launch:
     * {@code auth.password *** from clouds.yaml of the user, cloud demo}.
     */
    public List<String> lines() {
        return masked().entrySet().stream()
                .filter(line -> line.getValue()
                        .map(String::valueOf)
                        .filter(text -> !text.isBlank())
                        .isPresent())
                .filter(line -> TOLD.contains(line.getKey()) || !(source(line.getKey()) instanceof Source.Default))
                .map(line -> line.getKey() + " " + line.getValue().get() + " from " + source(line.getKey()))
                .toList();
    }

    private Source source(String key) {
        return Objects.requireNonNull(values.get(key)).source();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
