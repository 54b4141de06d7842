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
        assertThat(CATALOG.endpoint(
                        ServiceType.COMPUTE, "compute", Optional.of("two"), Optional.empty(), List.of("public")))
                .isEqualTo(URI.create("http://two:8774/v2.1"));
        assertThat(CATALOG.endpoint(
                        ServiceType.COMPUTE, "compute", Optional.of("one"), Optional.empty(), List.of("internal")))
                .isEqualTo(URI.create("http://one-internal:8774/v2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"block-storage", "volumev3", "volumev2", "volume", "block-store"})
    void a_service_is_known_by_its_official_type_and_its_aliases(String type) {
        Catalog catalog = new Catalog(List.of(service(type, endpoint("public", "one", "http://one:8776/v3/p1"))));

        assertThat(catalog.endpoint(
                        ServiceType.BLOCK_STORAGE,
                        "block-storage",
                        Optional.empty(),
                        Optional.empty(),
                        List.of("public")))
                .isEqualTo(URI.create("http://one:8776/v3/p1"));
    }

    @Test
    void with_no_region_named_the_one_whose_keystone_was_asked_is_meant() {
        assertThat(CATALOG.regionOf(URI.create("http://two:5000/v3"))).contains("two");
        assertThat(CATALOG.regionOf(URI.create("http://elsewhere:5000/v3"))).isEmpty();
    }

    @Test
    void a_region_that_is_only_guessed_excludes_no_service() {
        assertThat(CATALOG.endpoint(
                        ServiceType.COMPUTE, "compute", Optional.empty(), Optional.of("two"), List.of("public")))
                .isEqualTo(URI.create("http://two:8774/v2.1"));
        assertThat(CATALOG.endpoint(
                        ServiceType.NETWORK, "network", Optional.empty(), Optional.of("two"), List.of("public")))
                .isEqualTo(URI.create("http://one:9696"));
    }

    @Test
    void a_service_is_there_when_it_has_an_endpoint_of_that_region_and_interface() {
        assertThat(hasNetworks(Optional.empty(), "public")).isTrue();
        assertThat(hasNetworks(Optional.of("one"), "public")).isTrue();
        assertThat(hasNetworks(Optional.of("two"), "public")).isFalse();
        assertThat(hasNetworks(Optional.of("one"), "internal")).isFalse();
        assertThat(CATALOG.has(ServiceType.IMAGE, "image", Optional.empty(), List.of("public")))
                .isFalse();
    }

    @Test
    void an_endpoint_may_be_of_no_region() {
        Catalog catalog = new Catalog(List.of(service("image", new Catalog.Endpoint("public", "", "http://c/image"))));

        assertThat(catalog.endpoint(ServiceType.IMAGE, "image", Optional.empty(), Optional.empty(), List.of("public")))
                .isEqualTo(URI.create("http://c/image"));
    }

    @Test
    void a_malformed_url_in_the_catalog_is_named() {
        Catalog catalog = new Catalog(List.of(service("image", endpoint("public", "one", "http://my_host:9292"))));

        assertThatThrownBy(() -> catalog.endpoint(
                        ServiceType.IMAGE, "image", Optional.empty(), Optional.empty(), List.of("public")))
                .hasMessage("Malformed URL of the image service in the catalog: 'http://my_host:9292'");
    }

    @Test
    void a_missing_service_is_an_error_that_lists_those_there() {
        assertThatThrownBy(() -> CATALOG.endpoint(
                        ServiceType.IMAGE, "image", Optional.empty(), Optional.empty(), List.of("public")))
                .hasMessage("No image service in the catalog")
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).contains("compute, identity, network"));
    }

    @Test
    void a_missing_region_is_an_error_that_lists_those_there() {
        assertThatThrownBy(() -> CATALOG.endpoint(
                        ServiceType.COMPUTE, "compute", Optional.of("three"), Optional.empty(), List.of("public")))
                .hasMessage("No region three for the compute service")
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).contains("one, two"));
    }

    @Test
    void a_missing_interface_is_an_error_that_lists_those_there() {
        assertThatThrownBy(() -> CATALOG.endpoint(
                        ServiceType.COMPUTE, "compute", Optional.of("one"), Optional.empty(), List.of("admin")))
                .hasMessage("No admin endpoint of the compute service")
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.advice()).contains("internal, public"));
    }

    private static boolean hasNetworks(Optional<String> region, String face) {
        return CATALOG.has(ServiceType.NETWORK, "network", region, List.of(face));
    }

    private static Catalog.Service service(String type, Catalog.Endpoint... endpoints) {
        return new Catalog.Service(type, "", List.of(endpoints));
    }

    private static Catalog.Endpoint endpoint(String face, String region, String url) {
        return new Catalog.Endpoint(face, region, url);
    }
}
