package io.github.openstackmaven.output;

import io.github.openstackmaven.OpenStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        makeFolder(path.getParent());
        try {
            Path draft = path.resolveSibling("." + path.getFileName() + ".draft");
            Files.writeString(draft, text);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static OpenStackException unwritable(Path path, IOException e) {
        return new OpenStackException(
                "Cannot write " + path + ": " + e, "Set <outputDirectory> to a folder that can be written.", e);
    }
}
