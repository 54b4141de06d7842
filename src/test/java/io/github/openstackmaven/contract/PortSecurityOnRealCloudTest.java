package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.identity.ServiceType;
import io.github.openstackmaven.plan.AccessSpec;
import io.github.openstackmaven.plan.KeySpec;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.ServerSpecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A network without port security, which the simulator has none of. */
@Tag("real-cloud")
class PortSecurityOnRealCloudTest {
    private final String name = "open-" + UUID.randomUUID();
    private CloudUnderTest cloud;
    private ServiceClient neutron;
    private String network = "";

    @BeforeEach
    void makeTheNetwork() {
        cloud = RealCloud.underTest();
        Cloud open = cloud.logIn();
        neutron = open.service(ServiceType.NETWORK);
        network = neutron.post(
                        "/networks",
                        Map.of("network", Map.of("name", name, "port_security_enabled", false)),
                        JsonNode.class)
                .at("/network/id")
                .asText();
    }

    @AfterEach
    void deleteIt() {
        neutron.delete("/networks/" + network);
        cloud.close();
    }

    @Test
    void security_groups_there_are_an_error_of_the_plan() {
        assertThatThrownBy(() -> planned(List.of("default")))
                .hasMessageContaining("and its network '" + name + "' takes none: port security is off there");
        assertThat(planned(List.of()).access().securityGroups()).isEmpty();
    }

    private PlannedServer planned(List<String> groups) {
        return cloud.plan(
                ServerSpecs.of("web", System.getProperty("image"), System.getProperty("flavor"), List.of(name))
                        .toBuilder()
                        .access(new AccessSpec(groups, List.of(), new KeySpec.None(), Optional.empty(), false))
                        .build());
    }
}
