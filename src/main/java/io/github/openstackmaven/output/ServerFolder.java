package io.github.openstackmaven.output;

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

    /** Writes the console's text and returns its file. */
    public Path writeConsole(String text) {
        new OutputFile(console()).write(text);
        return console();
    }
}
