package io.github.openstackmaven.output;

import io.github.openstackmaven.OpenStackException;
import java.nio.file.Path;

/** Where files of one server are, below a launch's output directory: its console, its failure. */
public record ServerFolder(Path path) {

    /** The folder of that name; none leads out of the output directory. */
    public static ServerFolder of(Path outputDirectory, String name) {
        return new ServerFolder(
                outputDirectory.resolve(SafeName.of(name, "server").text()));
    }

    Path console() {
        return path.resolve("console.log");
    }

    Path failure() {
        return path.resolve("failure.json");
    }

    /**
     * The file for a log of the server: the same path below {@code logs}.
     *
     * @param remote its path there
     * @throws OpenStackException when that leads out of the folder
     */
    public Path log(String remote) {
        Path logs = path.resolve("logs").toAbsolutePath().normalize();
        Path file = logs.resolve(remote.replaceFirst("^[~/]+", "")).normalize();
        if (file.equals(logs) || !file.startsWith(logs)) {
            throw new OpenStackException("'" + remote + "' is no path of a file", "<logs> names files of the server.");
        }
        return file;
    }

    /** Writes the console's text and returns its file. */
    public Path writeConsole(String text) {
        new OutputFile(console()).write(text);
        return console();
    }
}
