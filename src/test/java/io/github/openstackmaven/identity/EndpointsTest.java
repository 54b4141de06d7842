package io.github.openstackmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.OpenStackException;
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

/** Which of a catalog's endpoints are a service's, and that not every machine can reach them. */
class EndpointsTest {
    private static final Catalog CATALOG = new Catalog(List.of(
            new Catalog.Service("identity", "", List.of(endpoint("public", "one", "http://cloud:5000/v3"))),
            new Catalog.Service("image", "", List.of(endpoint("public", "one", "http://cloud:9292/v2"))),
            new Catalog.Service(
                    "compute", "first generation", List.of(endpoint("public", "one", "https://old.example:8774/v2.1"))),
            new Catalog.Service(
                    "compute",
                    "nova",
                    List.of(
                            endpoint("public", "one", "https://nova.example:8774/v2.1"),
                            endpoint("internal", "one", "http://10.0.0.1:8774/v2.1"),
                            endpoint("admin", "one", "https://nova.example:8774/v2.1"),
                            endpoint("internal", "two", "http://10.0.0.2:8774/v2.1")))));
    private static final Map<String, String> NOVA = Map.of("compute_service_name", "nova");

    private final SteppedTime time = new SteppedTime();

    @Test
    void where_a_host_of_the_catalog_cannot_be_reached_the_service_s_other_interfaces_are_told() {
        UnreachableException e = failed(endpoints(NOVA, false));

        assertThat(e).hasMessage("Cannot reach host nova.example: the host name is unknown");
        assertThat(e.advice())
                .isEqualTo("Check the host. The catalog has the compute service elsewhere, too: internal at"
                        + " http://10.0.0.1:8774/v2.1. Set <interface> or -Dopenstack.interface to what this machine can"
                        + " reach.");
        assertThat(e.mayHaveArrived()).isFalse();
    }

    @Test
    void a_service_that_was_reached_has_no_other_interface_to_try() {
        assertThat(failed(endpoints(NOVA, true)).advice()).isEqualTo("Check the host.");
    }

    @Test
    void an_endpoint_that_the_user_set_is_the_user_s() {
        assertThat(failed(endpoints(Map.of("compute_endpoint_override", "https://nova.example:8774/v2.1"), false))
                        .advice())
                .isEqualTo("Check the host.");
    }

    @Test
    void of_two_services_of_a_type_the_settings_name_theirs() {
        assertThat(endpoints(Map.of(), false).of(ServiceType.COMPUTE)).hasHost("old.example");
        assertThat(endpoints(NOVA, false).of(ServiceType.COMPUTE)).hasHost("nova.example");
        assertThat(endpoints(NOVA, false).of(ServiceType.IMAGE)).hasHost("cloud");
    }

    @Test
    void a_service_without_a_name_may_be_any() {
        assertThat(endpoints(Map.of("image_service_name", "glance"), false).of(ServiceType.IMAGE))
                .hasHost("cloud");
    }

    @Test
    void a_name_that_no_service_of_the_type_has_is_told_with_those_there_are() {
        Endpoints endpoints = endpoints(Map.of("compute_service_name", "novva"), false);

        OpenStackException e = catchThrowableOfType(OpenStackException.class, () -> endpoints.of(ServiceType.COMPUTE));

        assertThat(e).hasMessage("No compute service in the catalog is called 'novva', which the test asks for");
        assertThat(e.advice()).isEqualTo("Those there are called first generation, nova: name one of them, or none.");
        assertThat(endpoints.has(ServiceType.COMPUTE)).isFalse();
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
