package io.github.openstackmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.UnreachableException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A catalog names hosts that not every machine can reach. */
class EndpointsTest {
    private static final Catalog CATALOG = new Catalog(List.of(
            new Catalog.Service("identity", List.of(endpoint("public", "one", "http://cloud:5000/v3"))),
            new Catalog.Service(
                    "compute",
                    List.of(
                            endpoint("public", "one", "https://nova.example:8774/v2.1"),
                            endpoint("internal", "one", "http://10.0.0.1:8774/v2.1"),
                            endpoint("admin", "one", "https://nova.example:8774/v2.1"),
                            endpoint("internal", "two", "http://10.0.0.2:8774/v2.1")))));
    private final SteppedTime time = new SteppedTime();

    @Test
    void where_a_host_of_the_catalog_cannot_be_reached_the_service_s_other_interfaces_are_told() {
        UnreachableException e = failed(endpoints(Map.of(), false));

        assertThat(e).hasMessage("Cannot reach host nova.example: the host name is unknown");
        assertThat(e.advice())
                .isEqualTo("Check the host. The catalog has the compute service elsewhere, too: internal at"
                        + " http://10.0.0.1:8774/v2.1. Set <interface> or -Dopenstack.interface to what this machine can"
                        + " reach.");
        assertThat(e.mayHaveArrived()).isFalse();
    }

    @Test
    void a_service_that_was_reached_has_no_other_interface_to_try() {
        assertThat(failed(endpoints(Map.of(), true)).advice()).isEqualTo("Check the host.");
    }

    @Test
    void an_endpoint_that_the_user_set_is_the_user_s() {
        assertThat(failed(endpoints(Map.of("compute_endpoint_override", "https://nova.example:8774/v2.1"), false))
                        .advice())
                .isEqualTo("Check the host.");
    }

    private static UnreachableException failed(Endpoints endpoints) {
        Request request =
                new Request("POST", endpoints.of(ServiceType.COMPUTE).resolve("servers"), Map.of(), Optional.of("{}"));
        return catchThrowableOfType(
                UnreachableException.class,
                () -> endpoints.patient(ServiceType.COMPUTE).send(request));
    }

    private Endpoints endpoints(Map<String, String> further, boolean arrived) {
        Token login = Token.issued(
                Secret.of("t"),
                SteppedTime.START,
                Duration.ZERO,
                Duration.ofHours(1),
                Optional.empty(),
                Optional.empty(),
                CATALOG);
        return new Endpoints(
                config(further),
                login,
                request -> {
                    throw new UnreachableException(
                            "Cannot reach host nova.example: the host name is unknown",
                            "Check the host.",
                            false,
                            arrived,
                            new IOException());
                },
                time);
    }

    private static CloudConfig config(Map<String, String> further) {
        Map<String, String> texts = new HashMap<>(further);
        texts.putAll(Map.of("auth.auth_url", "http://cloud:5000", "auth.username", "demo", "auth.password", "p"));
        Map<String, Setting> settings = new HashMap<>();
        texts.forEach((key, value) -> settings.put(key, new Setting(value, new Source.Explicit("the test"))));
        return new CloudSettings(new Settings(settings), Environment.of(Map.of())).toCloudConfig();
    }

    private static Catalog.Endpoint endpoint(String face, String region, String url) {
        return new Catalog.Endpoint(face, region, url);
    }
}
