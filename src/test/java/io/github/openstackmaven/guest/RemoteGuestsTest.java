package io.github.openstackmaven.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.Reach;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.Options;
import io.github.openstackmaven.simulator.Simulator;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guests of a simulator that is another process. */
class RemoteGuestsTest {
    private final Simulator simulator = Simulator.start(
            0, Options.builder().guests(cloud -> RemoteGuestsTest::door).build());
    private final RemoteGuests guests = new RemoteGuests(simulator.authUrl().resolve("/guests"));

    private static Optional<InetSocketAddress> door(String address, int port) throws IOException {
        if (port == 80) throw new ConnectException("Connection refused");
        return switch (address) {
            case "127.20.0.2" -> Optional.of(Reach.here(43121));
            case "127.20.0.3" -> throw new NoRouteToHostException("No route to host");
            default -> Optional.empty();
        };
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void where_a_guest_listens_is_asked_of_its_simulator() throws Exception {
        assertThat(guests.of("127.20.0.2", 22)).isEqualTo(Reach.here(43121));
        assertThat(guests.instead("::1", 22)).isEmpty();
    }

    @Test
    void no_machine_and_no_listener_are_told_as_a_connection_would_tell_them() {
        assertThatThrownBy(() -> guests.of("127.20.0.3", 22))
                .isInstanceOf(NoRouteToHostException.class)
                .hasMessage("No route to host");
        assertThatThrownBy(() -> guests.of("127.20.0.2", 80))
                .isInstanceOf(ConnectException.class)
                .hasMessage("Connection refused");
    }

    @Test
    void a_simulator_that_has_ended_leaves_no_way_to_what_else_has_the_address() {
        simulator.close();

        assertThatThrownBy(() -> guests.of("127.20.0.2", 22))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("has ended");
    }

    @Test
    void what_goes_wrong_with_the_cloud_does_not_with_its_guests() throws Exception {
        simulator.disturb(FaultPlan.of(Map.of("random", Map.of("seed", 7, "p", 1))));

        assertThat(guests.of("127.20.0.2", 22).getPort()).isEqualTo(43121);
    }

    @Test
    void only_this_machine_is_taken_for_a_simulators() {
        assertThat(RemoteGuests.areAt(URI.create("http://127.0.0.1:5555/guests")))
                .isTrue();
        assertThat(RemoteGuests.areAt(URI.create("https://cloud.example.com/guests")))
                .isFalse();
        assertThat(RemoteGuests.areAt(URI.create("http://127.0.0.1@cloud.example.com/guests")))
                .isFalse();
    }
}
