package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.simulator.state.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorQuotaTest {
    private final Simulator simulator = Simulator.start();
    private final Client demo = Client.demo(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void twenty_servers_and_no_more() {
        assertThat(create("m1.tiny", 20).status()).isEqualTo(202);
        assertThat(message(create("m1.tiny", 1)))
                .isEqualTo("Quota exceeded for instances: Requested 1, but already used 20 of 20 instances");
    }

    @Test
    void several_limits_are_named_at_once() {
        assertThat(message(create("m1.xlarge", 15)))
                .isEqualTo("Quota exceeded for cores, ram: Requested 120, 245760, but already used 0, 0 of 40, 200000"
                        + " cores, ram");
    }

    @Test
    void what_is_used_shows_in_the_limits() {
        create("m1.medium", 2);
        assertThat(demo.get("compute", "/limits")
                        .json()
                        .at("/limits/absolute/totalCoresUsed")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void five_floating_ips_and_no_more() {
        String body = "{\"floatingip\": {\"floating_network_id\": \"" + Ids.uuid("network/public") + "\"}}";
        for (int n = 0; n < 5; n++) {
            assertThat(demo.post("network", "/v2.0/floatingips", body).status()).isEqualTo(201);
        }
        Client.Reply refused = demo.post("network", "/v2.0/floatingips", body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/NeutronError/type").asText()).isEqualTo("OverQuota");
    }

    private Client.Reply create(String flavor, int count) {
        return demo.post("compute", "/servers", """
                {"server": {"name": "many", "imageRef": "%s", "flavorRef": "%s", "min_count": %d,
                 "networks": [{"uuid": "%s"}]}}""".formatted(
                        Ids.uuid("image/debian-12"), Ids.uuid("flavor/" + flavor), count, Ids.uuid("network/lan")));
    }

    private static String message(Client.Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        return reply.json().at("/forbidden/message").asText();
    }
}
