package io.github.openstackmaven.output;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Uninterrupted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** A file that a goal leaves; readers see the old one or the whole new one. */
public record OutputFile(Path path) {

    /**
     * Makes a folder where there is none.
     *
     * @throws OpenStackException when it can't be made
     */
    public static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Writes the text, making the folder where there is none.
     *
     * @throws OpenStackException when it can't be written
     */
    public void write(String text) {
        Optional.ofNullable(path.getParent()).ifPresent(OutputFile::makeFolder);
        // of its own: modules and builds that share a folder write at a time
        Path draft = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".draft");
        try {
            Uninterrupted.of(() -> {
                Files.write(draft, text.getBytes(StandardCharsets.UTF_8)); // half a character fails no file
                return Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            });
        } catch (IOException e) {
            OpenStackException failure = unwritable(path, e);
            remove(draft, failure);
            throw failure;
        }
    }

    private static void remove(Path draft, OpenStackException failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static OpenStackException unwritable(Path path, IOException e) {
        return FileProblem.cannot("write", path, e, "Set <outputDirectory> to a folder that can be written.");
    }
}
