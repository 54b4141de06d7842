package io.github.openstackmaven.ledger;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.http.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What was made and is not yet deleted, on disk before it is made: {@code ledger.json}. Safe for threads that launch side
 * by side.
 */
public final class Ledger {
    private final Path file;

    /** The ledger in that file, which need not be there yet. */
    public Ledger(Path file) {
        this.file = file;
    }

    /**
     * Everything that was made, or may have been, and is not known to be gone.
     *
     * @throws OpenStackException when the file can't be read
     */
    public synchronized List<LedgerEntry> entries() {
        if (!Files.exists(file)) return List.of();
        try {
            return Json.read(Files.readString(file), Content.class)
                    .map(content -> List.copyOf(Objects.requireNonNullElse(content.servers(), List.of())))
                    .orElseThrow(() -> new OpenStackException(
                            file + " is no ledger of this plugin",
                            "Look for the servers by their marks, and delete it."));
        } catch (IOException e) {
            throw new OpenStackException("Cannot read " + file + ": " + e, "Check who may read it.", e);
        }
    }

    /** The ledger as the launches of one build on one cloud write it. */
    public Journal of(String build, LedgerEntry.Place place, Time time) {
        return new Journal() {
            @Override
            public void intend(String launch, String name) {
                put(new LedgerEntry(launch, build, name, place, time.now(), Optional.empty()));
            }

            @Override
            public void made(String launch, String name, String id) {
                put(new LedgerEntry(launch, build, name, place, time.now(), Optional.of(id)));
            }

            @Override
            public void notMade(String launch) {
                strike(launch);
            }
        };
    }

    private void put(LedgerEntry entry) {
        change(entries -> Stream.concat(
                        entries.stream().filter(other -> !other.launch().equals(entry.launch())), Stream.of(entry))
                .toList());
    }

    /** Strikes what is gone. */
    public void strike(String launch) {
        change(entries ->
                entries.stream().filter(entry -> !entry.launch().equals(launch)).toList());
    }

    // Other Maven processes wait for the lock; within this one there is one Ledger a file.
    private synchronized void change(UnaryOperator<List<LedgerEntry>> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path guard = file.resolveSibling("." + file.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
                Files.writeString(draft, Json.writePretty(new Content(change.apply(entries()))));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new OpenStackException(
                    "Cannot write " + file + ": " + e, "Set <outputDirectory> to a folder that can be written.", e);
        }
    }

    private record Content(List<LedgerEntry> servers) {}
}
