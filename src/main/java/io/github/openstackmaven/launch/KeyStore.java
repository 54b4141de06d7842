package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Where the private halves of the keys are that launches make; each goes with what is on record of its keypair. */
public interface KeyStore {

    /**
     * Writes one into a file of its own, for nobody but its owner to read.
     *
     * @param name what the file is called after
     * @throws OpenStackException when it can't be written
     */
    Path write(String name, Secret privateKey);

    /** The file of a keypair, as far as it is known here; it may be gone. */
    Optional<Path> file(String keypair);

    /**
     * Deletes one that nothing on record needs.
     *
     * @throws OpenStackException when it can't be deleted
     */
    void discard(Path file);
}
