package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The elements that say which cloud it is, and as whom; those of the command line win over what Maven has bound, which may
 * be null.
 */
public record CloudParameters(
        CommandLine line, @Nullable String cloud, Map<String, String> auth, Endpoints endpoints, Trust trust) {
    private static final String SIMULATOR = "simulator";

    public CloudParameters {
        auth = CommandLine.clean(auth);
    }

    /** Which endpoints of the catalog, and which URLs whatever it says. */
    public record Endpoints(
            @Nullable String region, @Nullable String endpointInterface, Map<String, String> overrides) {
        public Endpoints {
            overrides = CommandLine.clean(overrides);
        }
    }

    /**
     * Whose certificates are trusted.
     *
     * @param folder the project's, below which the POM's relative files are
     */
    public record Trust(
            Path folder, @Nullable String cacert, @Nullable String insecure) {}

    /** Whether it is the simulator inside the build. */
    public boolean simulated() {
        return line.text("cloud", cloud).filter(SIMULATOR::equals).isPresent();
    }

    /** That a secret is written in the POM, where it is. */
    public Optional<String> warning() {
        List<String> secrets = AuthParameters.secretsIn(auth);
        return secrets.isEmpty()
                ? Optional.empty()
                : Optional.of("The " + String.join(" and the ", secrets)
                        + " is written in the POM, and Maven prints it with"
                        + " -X: <settingsServer>, clouds.yaml or -Dopenstack.auth." + secrets.get(0) + " keep it out");
    }

    /**
     * What they say, as clouds.yaml names it.
     *
     * @param servers the login that a {@code <server>} of settings.xml holds, by its id
     */
    public Settings settings(Function<String, Settings> servers) {
        Map<String, String> onCommandLine = line.under("auth");
        Settings fromCommandLine = AuthParameters.settings(onCommandLine, element -> "-Dopenstack.auth." + element);
        Settings fromPom = AuthParameters.settings(auth, element -> "<auth><" + element + "> of the POM");
        String server = AuthElement.SETTINGS_SERVER.element();
        Settings fromServer = Optional.ofNullable(onCommandLine.getOrDefault(server, auth.get(server)))
                .filter(Predicate.not(String::isBlank))
                .map(servers)
                .orElse(Settings.none());
        Settings lower = AuthParameters.withoutRivals(fromPom, fromCommandLine)
                .over(AuthParameters.withoutRivals(AuthParameters.withoutRivals(fromServer, fromPom), fromCommandLine));
        return fromCommandLine.over(lower).over(ofCloud());
    }

    private Settings ofCloud() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        line.setting("cloud", cloud).ifPresent(value -> settings.put("cloud", value));
        line.setting("region", endpoints.region()).ifPresent(value -> settings.put("region_name", value));
        line.setting("interface", endpoints.endpointInterface()).ifPresent(value -> settings.put("interface", value));
        line.setting("cacert", trust.cacert()).ifPresent(value -> settings.put("cacert", inFolder(value)));
        line.setting("insecure", trust.insecure()).ifPresent(value -> {
            settings.put("insecure", value.with(trueOrFalse(value)));
            if (!trueOrFalse(value)) settings.put("verify", value.with(true));
        });
        settings.putAll(overrides());
        return new Settings(settings);
    }

    // The command line's is where Maven was called, the POM's beside the POM.
    private Setting inFolder(Setting file) {
        boolean ofPom = line.text("cacert").isEmpty() && !file.text().startsWith("~");
        return ofPom ? file.with(trust.folder().resolve(file.text()).toString()) : file;
    }

    private Map<String, Setting> overrides() {
        Map<String, String> written = new LinkedHashMap<>(endpoints.overrides());
        written.putAll(line.under("endpointOverrides"));
        Map<String, Setting> settings = new LinkedHashMap<>();
        written.forEach((service, url) -> line.setting("endpointOverrides." + service, url)
                .ifPresent(value -> settings.put(service.replace('-', '_') + "_endpoint_override", value)));
        return settings;
    }

    private static boolean trueOrFalse(Setting value) {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new OpenStackException(value.source() + " is '" + value.text() + "'", "It is true or false.");
        };
    }
}
