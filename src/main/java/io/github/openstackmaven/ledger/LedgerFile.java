package io.github.openstackmaven.ledger;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Uninterrupted;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code ledger.json} on disk, which other Maven processes and other class loaders write, too. */
record LedgerFile(Path path) {
    private static final Duration AGAIN = Duration.ofMillis(10);

    /**
     * What is written there; empty where there is no such file.
     *
     * @throws OpenStackException when it can't be read, or is no ledger
     */
    Optional<List<LedgerEntry>> read() {
        if (!Files.exists(path)) return Optional.empty();
        try {
            String text = Uninterrupted.of(() -> Files.readString(path));
            if (text.isBlank()) return Optional.empty(); // a power cut in the middle of a write
            return Optional.of(entries(text)
                    .orElseThrow(() -> new OpenStackException(
                            path + " is no ledger of this plugin",
                            "Delete it: what it was about is found by its marks, with openstack:delete or"
                                    + " openstack:reap.")));
        } catch (IOException e) {
            throw FileProblem.cannot("read", path, e, "Check who may read it.");
        }
    }

    /**
     * Writes it anew while nobody else does.
     *
     * @param entries is asked when all others have written
     * @return what was written
     * @throws OpenStackException when it can't be
     */
    List<LedgerEntry> rewritten(Supplier<List<LedgerEntry>> entries) {
        try {
            return Uninterrupted.of(() -> lockedAndWritten(entries));
        } catch (IOException e) {
            throw FileProblem.cannot("write", path, e, "Set <outputDirectory> to a folder that can be written.");
        }
    }

    /** Its text with these. */
    static String text(List<LedgerEntry> entries) {
        return Json.write(new Content(entries));
    }

    /** The entries of a text; empty where it is none of a ledger. */
    static Optional<List<LedgerEntry>> entries(String text) {
        return Json.read(text, Content.class)
                .map(content -> Stream.ofNullable(content.resources())
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Deletes it, and what those who write it wait for. */
    void delete() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(guard());
    }

    private Path guard() {
        return path.resolveSibling("." + path.getFileName() + ".lock");
    }

    // Other Maven processes wait for the lock.
    private List<LedgerEntry> lockedAndWritten(Supplier<List<LedgerEntry>> entries) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(guard(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = locked(channel)) {
            assert lock.isValid();
            Path draft = path.resolveSibling("." + path.getFileName() + ".draft");
            List<LedgerEntry> changed = entries.get();
            Files.writeString(draft, Json.writePretty(new Content(changed)));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return changed;
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

    // Once there were servers alone.
    private record Content(@JsonAlias("servers") List<LedgerEntry> resources) {}
}
