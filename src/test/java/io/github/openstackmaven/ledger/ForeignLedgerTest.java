package io.github.openstackmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.Mutants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in {@code ledger.json}: it is read, or told to be none. */
class ForeignLedgerTest {
    @TempDir
    private Path folder;

    @Test
    void ledgers() {
        Mutants.of(List.of("""
                {"resources": [{"kind": "SERVER", "launch": "l", "build": "b", "project": "g:a", "name": "web",
                  "place": {"cloud": "c", "region": "r", "project": "p"}, "keep": "NEVER", "at": "2026-01-01T00:00:00Z",
                  "id": "s1", "lease": "PT30M", "ttl": null}]}""", """
                {"servers": [{"launch": "l", "name": "web", "id": "s1"}]}"""), text -> {
            try {
                Path file = Files.writeString(folder.resolve("ledger.json"), text);
                new Ledger(file)
                        .entries()
                        .forEach(entry -> assertThat(entry.toString()).isNotEmpty());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
