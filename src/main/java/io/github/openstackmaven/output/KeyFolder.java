package io.github.openstackmaven.output;

import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.launch.KeyStore;
import java.nio.file.Path;

/** A folder with the private keys that launches made, each called as its keypair. */
public record KeyFolder(Path folder) implements KeyStore {

    @Override
    public Path file(String keyName) {
        return folder.resolve(keyName);
    }

    @Override
    public void write(String keyName, Secret privateKey) {
        new KeyFile(file(keyName)).write(privateKey);
    }

    @Override
    public void delete(String keyName) {
        new KeyFile(file(keyName)).delete();
    }
}
