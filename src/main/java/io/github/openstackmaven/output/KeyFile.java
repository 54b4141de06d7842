package io.github.openstackmaven.output;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Uninterrupted;
import io.github.openstackmaven.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A private key's file, which nobody but its owner can read, from its first byte on. */
public record KeyFile(Path path) {

    /**
     * Writes the key, making the folder where there is none.
     *
     * @return whether it is written: a file that is there already stays as it is
     * @throws OpenStackException when it can't be written
     */
    public boolean write(Secret key) {
        try {
            return Uninterrupted.of(() -> new OwnersFile(path).make(key.reveal()));
        } catch (IOException e) {
            throw FileProblem.cannot("write", path, e, "Set <outputDirectory> to a folder that can be written.");
        }
    }

    /**
     * Deletes the file; what is gone already counts as deleted.
     *
     * @throws OpenStackException when it is there and stays
     */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw FileProblem.cannot("delete", path, e, "Delete it by hand: it is a private key.");
        }
    }
}
