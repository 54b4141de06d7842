package io.github.openstackmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.OpenStackException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the goals after a launch find its simulated servers. */
class GuestsFileTest {
    private static final URI SIMULATOR = URI.create("http://127.0.0.1:1/guests");

    @TempDir
    Path folder;

    @Test
    void servers_of_a_simulator_are_asked_for_and_never_reached_at_their_addresses() {
        GuestsFile.in(folder).write(Optional.of(SIMULATOR));

        assertThatThrownBy(() -> GuestsFile.in(folder).reach().of("127.20.0.2", 22))
                .isInstanceOf(IOException.class)
                .hasMessage("the simulator at " + SIMULATOR + " has ended");
    }

    @Test
    void real_servers_are_at_their_addresses_also_where_simulated_ones_were_before() throws Exception {
        assertThat(GuestsFile.in(folder).reach().instead("192.0.2.1", 22)).isEmpty();

        GuestsFile.in(folder).write(Optional.of(SIMULATOR));
        GuestsFile.in(folder).write(Optional.empty());

        assertThat(GuestsFile.in(folder).reach().instead("192.0.2.1", 22)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_of_another_place_or_of_no_sense_leads_nowhere() throws Exception {
        Path file = Files.writeString(folder.resolve("guests.url"), "http://cloud.example.com/guests\n");
        assertThat(GuestsFile.in(folder).reach().instead("192.0.2.1", 22)).isEmpty();

        Files.writeString(file, "not a URL");
        assertThatThrownBy(() -> GuestsFile.in(folder).reach())
                .isInstanceOf(OpenStackException.class)
                .hasMessageStartingWith("Cannot read " + file);
    }
}
