package io.github.openstackmaven.ledger;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.http.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * What was made and is not yet deleted, on disk before it is made: {@code ledger.json}. Safe for threads that launch side
 * by side.
 */
public final class Ledger {
    private static final Duration AGAIN = Duration.ofMillis(10);

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
            String text = Files.readString(file);
            if (text.isBlank()) return List.of(); // a power cut in the middle of a write
            return Json.read(text, Content.class)
                    .map(content -> List.copyOf(Objects.requireNonNullElse(content.resources(), List.of())))
                    .orElseThrow(() -> new OpenStackException(
                            file + " is no ledger of this plugin",
                            "Delete it: what it was about is found by its marks, with openstack:delete or"
                                    + " openstack:reap."));
        } catch (IOException e) {
            throw new OpenStackException("Cannot read " + file + ": " + e, "Check who may read it.", e);
        }
    }

    /** The ledger as the launches of one build on one cloud write it. */
    public Journal of(String build, LedgerEntry.Place place, Lifetime lifetime, Time time) {
        return new LedgerJournal(this, build, place, lifetime, time);
    }

    /** The same for things that live as long as they do by default. */
    public Journal of(String build, LedgerEntry.Place place, Keep keep, Time time) {
        return of(build, place, Lifetime.standard(keep), time);
    }

    /** Writes an entry, in the place of an older one of the same create, whose file it keeps. */
    void put(LedgerEntry entry) {
        change(entries -> {
            List<LedgerEntry> changed = new ArrayList<>(entries);
            Optional<LedgerEntry> older = entries.stream()
                    .filter(other -> other.launch().equals(entry.launch()))
                    .findFirst();
            older.ifPresent(changed::remove);
            changed.add(
                    entry.file().isPresent()
                            ? entry
                            : older.map(entry::withFileOf).orElse(entry));
            return changed;
        });
    }

    /** Writes down that it stays when its build is over. */
    void keep(String launch) {
        change(launch, LedgerEntry::kept);
    }

    /** Writes down that the cloud knows until when it stays. */
    void settled(String launch) {
        change(launch, LedgerEntry::settled);
    }

    /** Strikes what was not made, is gone, or is the user's now. */
    public void strike(String launch) {
        change(entries ->
                entries.stream().filter(entry -> !entry.launch().equals(launch)).toList());
    }

    /**
     * Strikes what was deleted, and deletes its private key.
     *
     * @throws OpenStackException when the key stays, or the ledger can't be written
     */
    public void gone(Resource resource) {
        List<LedgerEntry> gone =
                entries().stream().filter(entry -> entry.isOf(resource)).toList();
        gone.forEach(entry -> {
            entry.file().map(Path::of).ifPresent(Ledger::delete);
            strike(entry.launch());
        });
    }

    private static void delete(Path key) {
        try {
            Files.deleteIfExists(key);
        } catch (IOException e) {
            throw new OpenStackException(
                    "Cannot delete " + key + ": " + e, "Delete it by hand: it is a private key.", e);
        }
    }

    // Another class loader's Ledger in this JVM can't wait for the lock as another process does.
    private static FileLock locked(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    private void change(String launch, UnaryOperator<LedgerEntry> change) {
        change(entries -> entries.stream()
                .map(entry -> entry.launch().equals(launch) ? change.apply(entry) : entry)
                .toList());
    }

    // Other Maven processes wait for the lock.
    private synchronized void change(UnaryOperator<List<LedgerEntry>> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path guard = file.resolveSibling("." + file.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = locked(channel)) {
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

    // Once there were servers alone.
    private record Content(@JsonAlias("servers") List<LedgerEntry> resources) {}
}
