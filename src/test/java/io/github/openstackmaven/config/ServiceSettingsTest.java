package io.github.openstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for one service. */
class ServiceSettingsTest {
    @TempDir
    private Path root;

    private Machine machine;

    @BeforeEach
    void aMachine() {
        machine = new Machine(root);
    }

    @Test
    void a_services_own_value_wins_over_the_general_one() {
        assertThat(service("compute", "interface: public\ncompute_interface: internal")
                        .interfaces())
                .containsExactly("internal");
        assertThat(service("image", "interface: public\ncompute_interface: internal")
                        .interfaces())
                .containsExactly("public");
    }

    @Test
    void several_interfaces_in_order() {
        assertThat(service("image", "interface: [internal, public]").interfaces())
                .containsExactly("internal", "public");
    }

    @Test
    void a_service_goes_by_its_aliases_too() {
        String lines = "volumev3_endpoint_override: http://v3\nvolume_api_version: 3";
        for (String name : new String[] {"block-storage", "block_storage", "volume", "volumev3"}) {
            ServiceSettings service = service(name, lines);
            assertThat(service.endpointOverride().map(Setting::text)).contains("http://v3");
            assertThat(service.apiVersion().map(Setting::text)).contains("3");
            assertThat(service.serviceType()).isEqualTo("block-storage");
        }
    }

    @Test
    void endpoint_is_short_for_endpoint_override() {
        assertThat(service("image", "image_endpoint: http://i")
                        .endpointOverride()
                        .map(Setting::text))
                .contains("http://i");
    }

    @Test
    void a_version_that_is_no_number_does_not_count() {
        assertThat(service("compute", "compute_api_version: latest").apiVersion())
                .isEmpty();
    }

    @Test
    void the_region_of_one_service_may_differ() {
        String lines = "region_name: North\nimage_region_name: South";
        assertThat(service("image", lines).regionName().map(Setting::text)).contains("South");
        assertThat(service("compute", lines).regionName().map(Setting::text)).contains("North");
    }

    @Test
    void retries_are_numbers() {
        assertThat(service("compute", "connect_retries: 3").connectRetries()).contains(3);
        assertThat(service("image", "").statusCodeRetries()).contains(5);
        assertThat(service("compute", "").statusCodeRetries()).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> service("compute", "connect_retries: many").connectRetries())
                .hasMessageStartingWith("connect_retries of compute (clouds.yaml in");
    }

    @Test
    void without_keystone_there_is_one_endpoint_for_all() {
        machine.clouds("clouds: {mine: {auth_type: none, auth: {endpoint: 'http://ironic'}}}");
        assertThat(ServiceSettings.of(machine.load(), "baremetal")
                        .endpointOverride()
                        .map(Setting::text))
                .contains("http://ironic");
    }

    private ServiceSettings service(String name, String lines) {
        return ServiceSettings.of(machine.demo(lines).load(), name);
    }
}
