package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The clouds there are: those of clouds.yaml with secure.yaml, and the one made of {@code OS_*}. */
final class Clouds {
    /** The name of the cloud there is when there is none. */
    static final String NONE = "defaults";

    private static final Set<String> SELECTORS =
            Set.of("OS_CLOUD", "OS_REGION_NAME", "OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE", "OS_CLOUD_NAME");

    private final Environment environment;
    private final CloudsFiles files;
    private final CloudEntry defaults;
    private final Optional<SettingsFile> open;
    private final Optional<SettingsFile> secure;
    private final Set<String> names = new LinkedHashSet<>();
    private final boolean anyVariables;

    Clouds(Environment environment, CloudsFiles files, CloudEntry defaults) {
        this.environment = environment;
        this.files = files;
        this.defaults = defaults;
        this.open = files.clouds();
        this.secure = files.secure();
        open.ifPresent(file -> names.addAll(entries(file).keySet()));
        secure.ifPresent(file -> names.addAll(entries(file).keySet()));
        this.anyVariables = variables().anyMatch(name -> !SELECTORS.contains(name));
        if (names.contains(variablesCloud())) {
            throw new OpenStackException(
                    "Two clouds are called '" + variablesCloud() + "': one of " + label()
                            + " and the one made of OS_* variables",
                    "Rename one of them: OS_CLOUD_NAME names the one made of variables.");
        }
    }

    /** The name of the cloud made of variables, whether there is one or not. */
    String variablesCloud() {
        return environment.selector("OS_CLOUD_NAME").orElse("envvars");
    }

    /** Which there are. */
    KnownClouds known() {
        return new KnownClouds(
                List.copyOf(names),
                anyVariables,
                byDefault().map(Setting::text).filter(name -> !isEmpty()),
                open.map(SettingsFile::path),
                files.usersOwn());
    }

    /** The cloud to take when none is asked for; empty when there are several. */
    Optional<Setting> byDefault() {
        if (isEmpty()) return Optional.of(new Setting(NONE, new Source.Default()));
        Optional<Setting> named =
                environment.selector("OS_CLOUD").map(name -> new Setting(name, new Source.Variable("OS_CLOUD")));
        if (named.isPresent()) return named;
        if (anyVariables) return Optional.of(new Setting(variablesCloud(), new Source.Variable("OS_*")));
        return names.size() == 1
                ? Optional.of(new Setting(names.iterator().next(), new Source.File("the only cloud of " + label())))
                : Optional.empty();
    }

    /**
     * What is written for the cloud; nothing for a cloud without a name.
     *
     * @throws OpenStackException when there is no cloud of that name
     */
    CloudEntry named(Setting reference) {
        String name = reference.text();
        if (isEmpty() && name.equals(NONE)) return new CloudEntry().overlay(defaults);
        if (anyVariables && name.equals(variablesCloud())) return ofVariables();
        if (names.contains(name)) return ofFiles(name);
        if (name.isEmpty()) return new CloudEntry();
        throw unknown(reference);
    }

    /** That there is no cloud of this name, and which there are. */
    OpenStackException unknown(Setting reference) {
        String known = open.or(() -> secure)
                .map(file -> file.label() + (names.isEmpty() ? " has no clouds" : " has " + String.join(", ", names)))
                .orElseGet(() -> files.passedOver().isEmpty()
                        ? "There is no clouds.yaml"
                        : String.join("; ", files.passedOver()));
        return new OpenStackException(
                "Cloud '" + reference.text() + "' not found (" + reference.source() + ")",
                known + ". Looked in " + files.lookedAt() + ".");
    }

    /** That one of several must be named, and which there are. */
    OpenStackException unnamed() {
        return new OpenStackException(
                "No cloud to log in to: " + label() + " has " + String.join(", ", names),
                "Say which with -Dopenstack.cloud=NAME, <cloud> in the plugin's <configuration>, or OS_CLOUD.");
    }

    /** Whether no file has a cloud and no variable makes one. */
    boolean isEmpty() {
        return names.isEmpty() && !anyVariables;
    }

    /** A top-level section beside {@code clouds}, such as {@code client}. */
    Map<String, Object> section(String name) {
        return CloudEntry.deeplyMerged(section(open, name), section(secure, name), name);
    }

    private CloudEntry ofFiles(String name) {
        Optional<CloudEntry> written = open.flatMap(file -> entry(file, name));
        Optional<CloudEntry> secrets = secure.flatMap(file -> entry(file, name));
        return written.map(entry -> secrets.map(entry::mergeSecure).orElse(entry))
                .or(() -> secrets)
                .orElseThrow();
    }

    private CloudEntry ofVariables() {
        Map<String, String> written = new LinkedHashMap<>();
        variables().forEach(name -> written.put(name, environment.variables().get(name)));
        StrayCharacters.refuse(written);
        CloudEntry cloud = new CloudEntry().overlay(defaults);
        written.forEach((name, text) -> cloud.top()
                .put(
                        name.substring("OS_".length()).toLowerCase(Locale.ROOT),
                        new Setting(text, new Source.Variable(name))));
        return cloud;
    }

    private Stream<String> variables() {
        return environment.variables().keySet().stream()
                .filter(name -> name.startsWith("OS_"))
                .filter(name -> Stream.of("OS_TEST", "OS_STD", "OS_LOG").noneMatch(name::startsWith));
    }

    private static Optional<CloudEntry> entry(SettingsFile file, String name) {
        return Optional.ofNullable(entries(file).get(name))
                .map(entry -> CloudEntry.of(entry, new Source.Entry(file.label(), name)));
    }

    private static Map<String, Object> entries(SettingsFile file) {
        return CloudEntry.mapping(file.content().getOrDefault("clouds", Map.of()), "clouds in " + file.path());
    }

    private static Map<String, Object> section(Optional<SettingsFile> file, String name) {
        return file.map(present -> present.content().getOrDefault(name, Map.of()))
                .map(section -> CloudEntry.mapping(section, name))
                .orElseGet(LinkedHashMap::new);
    }

    private String label() {
        return open.or(() -> secure).map(SettingsFile::label).orElse("no file");
    }
}
