package io.github.openstackmaven.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.simulator.Resident.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is at a server's address, and whom it lets in. */
class SimulatorResidentTest {
    private static final String IP = "127.20.0.2";

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Simulator simulator =
            Simulator.start(0, Options.builder().clock(() -> now).build());
    private final Script demo = new Script(Client.demo(simulator));

    @BeforeEach
    void create() {
        demo.play("POST compute /os-keypairs {\"keypair\":{\"name\":\"mine\",\"public_key\":\"KEY\"}}");
        demo.play("server = POST compute /servers {\"server\":{SERVER,LAN,\"key_name\":\"mine\"}}");
        now = now.plusSeconds(60);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void the_key_that_a_server_was_made_with_opens_it_whatever_became_of_the_keypair() {
        String key = simulator.resident(IP).machine().orElseThrow().publicKey().orElseThrow();

        demo.play("DELETE compute /os-keypairs/mine");
        assertThat(simulator.resident(IP).machine().orElseThrow().publicKey()).contains(key);

        demo.play("POST compute /os-keypairs {\"keypair\":{\"name\":\"mine\"}}");
        assertThat(simulator.resident(IP).machine().orElseThrow().publicKey()).contains(key);
        assertThat(demo.play("GET compute /servers/{server}")
                        .json()
                        .at("/server/key_name")
                        .asText())
                .isEqualTo("mine");
    }

    @Test
    void a_machine_that_is_off_is_still_the_machine_at_its_address() {
        String id = simulator.resident(IP).machine().orElseThrow().id();

        demo.play("POST compute /servers/{server}/action {\"os-stop\":null}");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(simulator.resident(IP).state()).isEqualTo(State.OFF);
        assertThat(simulator.resident(IP).machine().map(Machine::id)).contains(id);

        demo.play("POST compute /servers/{server}/action {\"os-start\":null}");
        assertThat(simulator.resident(IP).state()).isEqualTo(State.UP);

        demo.play("DELETE compute /servers/{server}");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(simulator.resident(IP)).isEqualTo(Resident.none(State.NOBODY));
    }
}
