package io.github.openstackmaven.session;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Reach;
import io.github.openstackmaven.guest.RemoteGuests;
import io.github.openstackmaven.output.OutputFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code guests.url}: where a launch's simulator says how to reach its servers. */
record GuestsFile(Path file) {

    static GuestsFile in(Path folder) {
        return new GuestsFile(folder.resolve("guests.url"));
    }

    /** Says so for the goals to come; where servers are real, that there is no such thing. */
    void write(Optional<URI> simulator) {
        try {
            if (simulator.isPresent()) new OutputFile(file).write(simulator.get() + "\n");
            else Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileProblem.cannot("delete", file, e, "Delete it by hand.");
        }
    }

    /** How the servers are reached that were launched here. */
    Reach reach() {
        return read().<Reach>map(RemoteGuests::new).orElseGet(Reach::direct);
    }

    private Optional<URI> read() {
        try {
            return Optional.of(URI.create(Files.readString(file).strip())).filter(RemoteGuests::areAt);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(FileProblem.of(file, e), e);
        } catch (IllegalArgumentException e) {
            throw unreadable("it holds no URL", e);
        }
    }

    private OpenStackException unreadable(String why, Exception cause) {
        return new OpenStackException("Cannot read " + file + ": " + why, "Delete it, and launch again.", cause);
    }
}
