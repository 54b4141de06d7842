package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A cloud's settings as they hold for one service: {@code compute_interface} before {@code interface}, under the
 * service's official name or an alias ({@code block_storage_}, {@code volumev3_}, {@code volume_}).
 */
public final class ServiceSettings {
    private static final Set<String> SCOPES =
            Set.of("auth.domain_id", "auth.domain_name", "auth.project_id", "auth.project_name", "auth.system_scope");

    private static final ServiceTypes TYPES = new ServiceTypes();

    private final Settings settings;
    private final String service;

    private ServiceSettings(Settings settings, String service) {
        this.settings = settings;
        this.service = service;
    }

    /** The settings of a service, by its official type or an alias, with dashes or underscores. */
    public static ServiceSettings of(Settings settings, String service) {
        return new ServiceSettings(settings, service);
    }

    /** The endpoint to use whatever the catalog says. */
    public Optional<Setting> endpointOverride() {
        return own("endpoint_override")
                .filter(Setting::isTruthy)
                .or(() -> own("endpoint"))
                .filter(Setting::isTruthy)
                .or(this::ofLogin)
                .map(this::withProject);
    }

    /** The major version asked for; empty when it is no number, such as {@code latest}. */
    public Optional<Setting> apiVersion() {
        return own("api_version")
                .filter(version ->
                        version.text().isEmpty() || version.text().strip().matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)"));
    }

    /** The microversion to send. */
    public Optional<Setting> defaultMicroversion() {
        return own("default_microversion");
    }

    /** The type to look for in the catalog. */
    public String serviceType() {
        String official = TYPES.official(service).orElse(service);
        return own("service_type").map(Setting::text).orElse(official);
    }

    /** The name to look for in the catalog. */
    public Optional<Setting> serviceName() {
        return own("service_name");
    }

    /** The interfaces to look for in the catalog, the best first. */
    public List<String> interfaces() {
        return ownOrGeneral("interface")
                .map(Setting::value)
                .map(value -> value instanceof List<?> list
                        ? list.stream().map(PythonText::of).toList()
                        : List.of(PythonText.of(value)))
                .orElse(List.of());
    }

    /** The region to look for in the catalog. */
    public Optional<Setting> regionName() {
        return ownOrGeneral("region_name");
    }

    /** How often to try again to connect. */
    public Optional<Integer> connectRetries() {
        return number("connect_retries");
    }

    /** How often to try again after an answer that says so. */
    public Optional<Integer> statusCodeRetries() {
        return number("status_code_retries");
    }

    /** How long before each try to connect. */
    public Optional<Duration> connectRetryDelay() {
        return seconds("connect_retry_delay");
    }

    /** How long before each try after an answer that says so. */
    public Optional<Duration> statusCodeRetryDelay() {
        return seconds("status_code_retry_delay");
    }

    private Optional<Setting> own(String key) {
        return TYPES.all(service).stream()
                .map(type -> type.toLowerCase(Locale.ROOT).replace('-', '_') + "_" + key)
                .map(settings::get)
                .flatMap(Optional::stream)
                .filter(setting -> !setting.isNull())
                .findFirst();
    }

    private Optional<Setting> ownOrGeneral(String key) {
        return own(key).or(() -> settings.get(key)).filter(setting -> !setting.isNull());
    }

    private Optional<Integer> number(String key) {
        return ownOrGeneral(key).map(setting -> {
            if (setting.value() instanceof Boolean flag) return flag ? 1 : 0;
            try {
                return Integer.parseInt(setting.text().strip());
            } catch (NumberFormatException e) {
                throw new OpenStackException(
                        key + " of " + service + " (" + setting.source() + ") is no whole number", "Write a number.");
            }
        });
    }

    private Optional<Duration> seconds(String key) {
        return ownOrGeneral(key).map(setting -> {
            if (setting.text().strip().matches("\\d{1,5}(\\.\\d+)?")) {
                return Duration.ofMillis(
                        (long) (Double.parseDouble(setting.text().strip()) * 1000));
            }
            throw new OpenStackException(
                    key + " of " + service + " (" + setting.source() + ") is no number of seconds", "Write 1.5, say.");
        });
    }

    // Without Keystone there is one endpoint for all; unscoped, Keystone's is the only one known.
    private Optional<Setting> ofLogin() {
        boolean alone = settings.text("auth_type").filter("none"::equals).isPresent();
        Optional<Setting> endpoint = alone ? settings.get("auth.endpoint").filter(Setting::isTruthy) : Optional.empty();
        boolean unscoped = settings.asMap().keySet().stream().noneMatch(SCOPES::contains);
        return endpoint.or(
                () -> service.equals("identity") && unscoped ? settings.get("auth.auth_url") : Optional.empty());
    }

    // Rackspace's block storage lies under the project, which its profile can't know.
    private Setting withProject(Setting endpoint) {
        boolean rackspace = settings.text("profile").filter("rackspace"::equals).isPresent()
                && Objects.equals(TYPES.official(service), Optional.of("block-storage"));
        if (!rackspace) return endpoint;
        String project = settings.text("auth.project_id")
                .orElseThrow(() -> new OpenStackException(
                        "Rackspace's block storage needs the project's id", "Set auth.project_id."));
        return endpoint.with(endpoint.text() + project);
    }
}
