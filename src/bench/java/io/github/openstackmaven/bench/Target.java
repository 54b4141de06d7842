package io.github.openstackmaven.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Flavor;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.CloudsLoader;
import io.github.openstackmaven.config.Credential;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.TlsContext;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.identity.Token;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The cloud that is launched on, and what is known of it beforehand.
 *
 * @param entry its name in clouds.yaml
 * @param file the clouds.yaml; empty for the one that is found as ever
 * @param ids of image, flavor and network, by the variables that name them
 */
record Target(
        String entry,
        Optional<String> file,
        CloudConfig config,
        Cloud cloud,
        Choices choices,
        Map<String, String> ids) {
    private static final int SECONDS_UNTIL_GONE = 300;

    /** Logs in to the cloud of that entry, and looks up what is launched. */
    static Target of(String entry, Optional<String> file, Choices choices) {
        CloudConfig config = config(entry, file);
        Connection connection = new Connection(
                ProxySelector.getDefault(), Optional.empty(), TlsContext.of(config.tls()), Duration.ofMinutes(1));
        Cloud cloud = Cloud.login(config, new JdkTransport(connection), Time.system());
        Map<String, String> ids = Map.of(
                "BENCH_IMAGE_ID", id(cloud, ServiceType.IMAGE, "images", choices.image()),
                "BENCH_FLAVOR_ID", flavorId(cloud, choices.flavor()),
                "BENCH_NETWORK_ID", id(cloud, ServiceType.NETWORK, "networks", choices.network()));
        return new Target(entry, file, config, cloud, choices, ids);
    }

    private static CloudConfig config(String entry, Optional<String> file) {
        Environment process = Environment.of(System.getenv());
        Map<String, String> variables = new LinkedHashMap<>(process.variables());
        file.ifPresent(path -> variables.put("OS_CLIENT_CONFIG_FILE", path));
        Environment environment =
                new Environment(variables, process.workingDirectory(), process.home(), process.osName());
        Settings named = new Settings(Map.of("cloud", new Setting(entry, new Source.Explicit("-Dbench.cloud"))));
        Settings settings = new CloudsLoader(environment, absent -> Optional.empty(), System.err::println).load(named);
        return new CloudSettings(settings, environment).toCloudConfig();
    }

    private static String id(Cloud cloud, ServiceType service, String kind, String name) {
        JsonNode answer = cloud.service(service).get("/" + kind, Map.of("name", name), JsonNode.class);
        return items(answer, kind)
                .filter(one -> one.path("name").asText().equals(name))
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElseThrow(() -> unknown(name, kind));
    }

    private static String flavorId(Cloud cloud, String name) {
        return cloud.compute().flavors().stream()
                .filter(one -> one.name().equals(name))
                .map(Flavor::id)
                .findFirst()
                .orElseThrow(() -> unknown(name, "flavors"));
    }

    private static IllegalArgumentException unknown(String name, String kind) {
        return new IllegalArgumentException("No '" + name + "' among the cloud's " + kind);
    }

    private static Stream<JsonNode> items(JsonNode answer, String kind) {
        return StreamSupport.stream(answer.path(kind).spliterator(), false);
    }

    URI authUrl() {
        return config.authUrl().orElseThrow();
    }

    /** Whether peers that know nothing of clouds.yaml can log in. */
    boolean hasPassword() {
        return config.credential() instanceof Credential.Password;
    }

    /** The login and what is launched, for peers that know nothing of clouds.yaml. */
    Map<String, String> variables(UnaryOperator<URI> via) {
        Token login = cloud.session().login();
        Token.NamedResource user = login.user().orElseThrow();
        String project = login.project().orElseThrow().id();
        String password = ((Credential.Password) config.credential()).password().reveal();
        Map<String, String> variables = new LinkedHashMap<>(ids);
        variables.put("OS_AUTH_URL", via.apply(authUrl()).toString());
        variables.put("OS_USER_ID", user.id());
        variables.put("OS_USERNAME", user.name());
        variables.put("OS_USER_DOMAIN_NAME", setting("auth.user_domain_name").orElse("Default"));
        variables.put("OS_PASSWORD", password);
        variables.put("OS_PROJECT_ID", project);
        variables.put("OS_REGION_NAME", cloud.endpoints().region().orElse(""));
        setting("cacert").ifPresent(authorities -> variables.put("OS_CACERT", authorities));
        variables.put("BENCH_LOGIN", login(user.id(), password, project));
        variables.put("BENCH_IMAGE", choices.image());
        variables.put("BENCH_FLAVOR", choices.flavor());
        variables.put("BENCH_NETWORK", choices.network());
        variables.put("BENCH_IMAGE_URL", endpoint(ServiceType.IMAGE, via));
        variables.put("BENCH_COMPUTE_URL", endpoint(ServiceType.COMPUTE, via));
        variables.put("BENCH_NETWORK_URL", endpoint(ServiceType.NETWORK, via));
        return variables;
    }

    private static String login(String user, String password, String project) {
        Map<String, Object> identity = Map.of(
                "methods", List.of("password"), "password", Map.of("user", Map.of("id", user, "password", password)));
        Map<String, Object> scope = Map.of("project", Map.of("id", project));
        return Json.write(Map.of("auth", Map.of("identity", identity, "scope", scope)));
    }

    private String endpoint(ServiceType service, UnaryOperator<URI> via) {
        return via.apply(cloud.endpoints().of(service)).toString();
    }

    private Optional<String> setting(String key) {
        return config.settings().text(key);
    }

    /** How many servers whose names begin so are ACTIVE. */
    long active(String name) {
        return servers(name)
                .filter(server -> server.path("status").asText().equals("ACTIVE"))
                .count();
    }

    /** Deletes all servers whose names begin so, and waits until they are gone. */
    void delete(String name) {
        servers(name)
                .forEach(server -> cloud.service(ServiceType.COMPUTE)
                        .delete("/servers/" + server.path("id").asText()));
        for (int second = 0; servers(name).findAny().isPresent(); second++) {
            if (second == SECONDS_UNTIL_GONE) throw new IllegalStateException("Servers " + name + " don't go away");
            pause();
        }
    }

    private Stream<JsonNode> servers(String name) {
        JsonNode answer =
                cloud.service(ServiceType.COMPUTE).get("/servers/detail", Map.of("name", name), JsonNode.class);
        return items(answer, "servers")
                .filter(server -> server.path("name").asText().startsWith(name));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
