package io.github.openstackmaven.launch;

import io.github.openstackmaven.config.Secret;
import java.nio.file.Path;

/** Where the private halves of the keys are that launches make. */
public interface KeyStore {

    /** The file that the private half of the keypair of that name has, or would have. */
    Path file(String keyName);

    /** Writes it, for nobody but its owner to read. */
    void write(String keyName, Secret privateKey);

    /** Deletes it; what is gone already counts as deleted. */
    void delete(String keyName);
}
