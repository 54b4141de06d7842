package io.github.openstackmaven.output;

import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.launch.KeyStore;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with the private keys that launches made: {@code NAME.pem}.
 *
 * @param ledger says of which keypair each is
 */
public record KeyFolder(Path folder, Ledger ledger) implements KeyStore {

    // Another server of that name may be kept, or under way, and have its own.
    @Override
    public Path write(String name, Secret privateKey) {
        String safe = SafeName.of(name, "server").text();
        KeyFile file = new KeyFile(folder.resolve(safe + ".pem"));
        for (int other = 2; !file.write(privateKey); other++) {
            file = new KeyFile(folder.resolve(safe + "-" + other + ".pem"));
        }
        return file.path();
    }

    @Override
    public Optional<Path> file(String keypair) {
        return onRecord()
                .filter(entry -> entry.id().filter(keypair::equals).isPresent())
                .flatMap(entry -> entry.file().stream())
                .map(Path::of)
                .findFirst()
                .or(() -> Optional.of(folder.resolve(keypair)).filter(Files::exists)); // an older version's
    }

    @Override
    public void discard(Path file) {
        String path = file.toAbsolutePath().toString();
        boolean needed =
                onRecord().anyMatch(entry -> entry.file().filter(path::equals).isPresent());
        if (!needed) new KeyFile(file).delete();
    }

    private Stream<LedgerEntry> onRecord() {
        return ledger.entries().stream().filter(entry -> entry.kind() == ResourceType.KEYPAIR);
    }
}
