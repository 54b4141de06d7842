package io.github.openstackmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private static final Catalog CATALOG = new Catalog(List.of(
            service(
                    "identity",
                    endpoint("public", "one", "http://one:5000/v3"),
                    endpoint("public", "two", "http://two:5000")),
            service(
                    "compute",
                    endpoint("internal", "one", "http://one-internal:8774/v2.1"),
                    endpoint("public", "one", "http://one:8774/v2.1"),
                    endpoint("public", "two", "http://two:8774/v2.1")),
            service("network", endpoint("public", "one", "http://one:9696/"))));

    @Test
    void an_endpoint_is_picked_by_type_region_and_interface() {
        assertThat(CATALOG.endpoint(ServiceType.COMPUTE, "compute", Optional.of("two"), List.of("public")))
                .isEqualTo(URI.create("http://two:8774/v2.1"));
        assertThat(CATALOG.endpoint(ServiceType.COMPUTE, "compute", Optional.of("one"), List.of("internal")))
                .isEqualTo(URI.create("http://one-internal:8774/v2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"block-storage", "volumev3", "volumev2", "volume", "block-store"})
    void a_service_is_known_by_its_official_type_and_its_aliases(String type) {
        Catalog catalog = new Catalog(List.of(service(type, endpoint("public", "one", "http://one:8776/v3/p1"))));

        assertThat(catalog.endpoint(ServiceType.BLOCK_STORAGE, "block-storage", Optional.empty(), List.of("public")))
                .isEqualTo(URI.create("http://one:8776/v3/p1"));
    }

    @Test
    void with_no_region_named_the_one_whose_keystone_was_asked_is_meant() {
        assertThat(CATALOG.regionOf(URI.create("http://two:5000/v3"))).contains("two");
        assertThat(CATALOG.regionOf(URI.create("http://elsewhere:5000/v3"))).isEmpty();
    }

    @Test
    void a_missing_service_is_an_error_that_lists_those_there() {
        assertThatThrownBy(() -> CATALOG.endpoint(ServiceType.IMAGE, "image", Optional.empty(), List.of("public")))
                .hasMessage("No image service in the catalog")
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).contains("compute, identity, network"));
    }

    @Test
    void a_missing_region_is_an_error_that_lists_those_there() {
        assertThatThrownBy(
                        () -> CATALOG.endpoint(ServiceType.COMPUTE, "compute", Optional.of("three"), List.of("public")))
                .hasMessage("No region three for the compute service")
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).contains("one, two"));
    }

    @Test
    void a_missing_interface_is_an_error_that_lists_those_there() {
        assertThatThrownBy(() -> CATALOG.endpoint(ServiceType.COMPUTE, "compute", Optional.of("one"), List.of("admin")))
                .hasMessage("No admin endpoint of the compute service")
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).contains("internal, public"));
    }

    private static Catalog.Service service(String type, Catalog.Endpoint... endpoints) {
        return new Catalog.Service(type, "any", List.of(endpoints));
    }

    private static Catalog.Endpoint endpoint(String face, String region, String url) {
        return new Catalog.Endpoint(face, region, url);
    }
}
