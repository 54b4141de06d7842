package io.github.openstackmaven.ledger;

import io.github.openstackmaven.Concurrent;
import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records on disk what was made and is not yet deleted, before it is made: {@code ledger.json}. What was written here and not
 * struck is known here whatever becomes of the file: another build in the same tree may clean it away and write its own.
 * Safe for threads that launch side by side.
 */
public final class Ledger {
    private final LedgerFile file;
    private final Consumer<String> warnings;
    private final Set<String> ours = new HashSet<>();
    private final Set<String> struck = new HashSet<>();
    private List<LedgerEntry> written = List.of();
    private final Supplier<String> elsewhere;
    private volatile String memory = "";
    private volatile boolean endless = true;
    private final Set<ResourceType> refused = ConcurrentHashMap.newKeySet();
    private boolean warned;
    private final Queue<Change> asked = new ConcurrentLinkedQueue<>();

    /** The ledger in that file, which need not be there yet. */
    public Ledger(Path file) {
        this(file, warning -> {});
    }

    /**
     * The ledger in that file, which need not be there yet.
     *
     * @param warnings told once when the file has gone or is broken, and what was in it is known all the same
     */
    public Ledger(Path file, Consumer<String> warnings) {
        this(file, warnings, () -> "");
    }

    /**
     * The ledger that others write too.
     *
     * @param elsewhere their {@link #memory()}, whatever becomes of the file
     */
    public Ledger(Path file, Consumer<String> warnings, Supplier<String> elsewhere) {
        this.file = new LedgerFile(file);
        this.warnings = warnings;
        this.elsewhere = elsewhere;
    }

    /** What was written here and not struck, as text that crosses class loaders. */
    public String memory() {
        return memory;
    }

    /** Whether the end of a build has nothing to do about what was written here, and nothing to look for. */
    public boolean isEndless() {
        return endless && refused.isEmpty();
    }

    /** Kinds of what the cloud said not to be made here, which a false answer may have been. */
    public Set<ResourceType> refused() {
        return Set.copyOf(refused);
    }

    /**
     * Everything that was made, or may have been, and is not known to be gone.
     *
     * @throws OpenStackException when the file can't be read, and nothing was written here
     */
    public synchronized List<LedgerEntry> entries() {
        List<LedgerEntry> remembered = remembered();
        List<LedgerEntry> read = read(!remembered.isEmpty());
        Set<String> known = read.stream().map(LedgerEntry::launch).collect(Collectors.toSet());
        return Stream.concat(read.stream(), remembered.stream().filter(entry -> !known.contains(entry.launch())))
                .toList();
    }

    /** Whether a create is on record, by its mark {@code maven:launch}. */
    public boolean has(String launch) {
        return entries().stream().anyMatch(entry -> entry.launch().equals(launch));
    }

    private List<LedgerEntry> remembered() {
        Set<String> here = written.stream().map(LedgerEntry::launch).collect(Collectors.toSet());
        return Stream.concat(
                        written.stream(),
                        LedgerFile.entries(elsewhere.get()).orElse(List.of()).stream()
                                .filter(entry -> !here.contains(entry.launch()) && !struck.contains(entry.launch())))
                .toList();
    }

    private List<LedgerEntry> read(boolean remembers) {
        try {
            Optional<List<LedgerEntry>> onDisk = file.read();
            if (onDisk.isEmpty() && remembers) warn(file.path() + " has gone");
            return onDisk.orElse(List.of());
        } catch (OpenStackException e) {
            if (!remembers) throw e;
            warn(e.getMessage());
            return List.of();
        }
    }

    private void warn(String what) {
        if (warned) return;
        warned = true;
        warnings.accept(what + ": what this build has made is known all the same");
    }

    /**
     * The ledger as the launches of one of a build's modules on one cloud write it.
     *
     * @param project the module's groupId:artifactId
     */
    public Journal of(String build, String project, LedgerEntry.Place place, Lifetime lifetime, Time time) {
        return new LedgerJournal(this, build, project, place, lifetime, time);
    }

    /** The same where the module doesn't matter. */
    public Journal of(String build, LedgerEntry.Place place, Lifetime lifetime, Time time) {
        return of(build, "", place, lifetime, time);
    }

    /** The same for things that live as long as they do by default. */
    public Journal of(String build, LedgerEntry.Place place, Keep keep, Time time) {
        return of(build, place, Lifetime.standard(keep), time);
    }

    /** Deletes the file, of which nobody needs to know any more. */
    public void forget() {
        try {
            file.delete();
        } catch (IOException e) {
            // it says nothing that is still true, and is in nobody's way
        }
    }

    /** Writes entries, each in the place of an older one of the same create, whose file it keeps. */
    void put(List<LedgerEntry> added) {
        change(entries -> {
            Map<String, LedgerEntry> byLaunch = new LinkedHashMap<>();
            added.forEach(entry -> byLaunch.put(entry.launch(), entry));
            ours.addAll(byLaunch.keySet());
            struck.removeAll(byLaunch.keySet());
            List<LedgerEntry> others = new ArrayList<>();
            for (LedgerEntry older : entries) {
                LedgerEntry newer = byLaunch.get(older.launch());
                if (newer == null) others.add(older);
                else if (newer.file().isEmpty()) byLaunch.put(older.launch(), newer.withFileOf(older));
            }
            return Stream.concat(others.stream(), byLaunch.values().stream()).toList();
        });
    }

    /** Writes down that they stay when their build is over. */
    void keep(Collection<String> launches) {
        change(launches, LedgerEntry::kept);
    }

    /** Writes down that the cloud knows until when they stay. */
    public void settled(Collection<String> launches) {
        change(launches, LedgerEntry::settled);
    }

    /** Strikes what is the user's now, or is gone by another's hand; its private key stays. */
    public void strike(String launch) {
        strike(Set.of(launch));
    }

    private void strike(Set<String> launches) {
        change(entries -> {
            struck.addAll(launches);
            return entries.stream()
                    .filter(entry -> !launches.contains(entry.launch()))
                    .toList();
        });
    }

    /**
     * The same of what was refused as {@link #gone(Collection)}: whether one was made all the same is seen at the end of the build.
     *
     * @throws OpenStackException when the key stays, or the ledger can't be written
     */
    void refused(List<String> launches) {
        entries().stream()
                .filter(entry -> launches.contains(entry.launch()))
                .map(LedgerEntry::kind)
                .forEach(refused::add);
        gone(launches);
    }

    /**
     * Strikes what was deleted, and deletes its private key; all of it in one rewrite.
     *
     * @param gone which entries are meant
     * @throws OpenStackException when a key stays, which stays on record, or the ledger can't be written
     */
    public void gone(Predicate<LedgerEntry> gone) {
        Set<String> struck = new HashSet<>();
        List<OpenStackException> failures = new ArrayList<>();
        for (LedgerEntry entry : entries().stream().filter(gone).toList()) {
            try {
                entry.file().map(Path::of).ifPresent(Ledger::delete);
                struck.add(entry.launch());
            } catch (OpenStackException e) {
                failures.add(e);
            }
        }
        if (!struck.isEmpty()) strike(struck);
        if (!failures.isEmpty()) throw first(failures);
    }

    /**
     * The same of what was made, or not, by those creates.
     *
     * @throws OpenStackException when the key stays, or the ledger can't be written
     */
    public void gone(Collection<String> launches) {
        Set<String> gone = Set.copyOf(launches);
        gone(entry -> gone.contains(entry.launch()));
    }

    private static OpenStackException first(List<OpenStackException> failures) {
        failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
        return failures.get(0);
    }

    private static void delete(Path key) {
        try {
            Files.deleteIfExists(key);
        } catch (IOException e) {
            throw FileProblem.cannot("delete", key, e, "Delete it by hand: it is a private key.");
        }
    }

    private void remember(List<LedgerEntry> all) {
        written = all.stream().filter(entry -> ours.contains(entry.launch())).toList();
        memory = written.isEmpty() ? "" : LedgerFile.text(written);
        endless = written.stream().allMatch(LedgerEntry::isEndless);
    }

    private void change(Collection<String> launches, UnaryOperator<LedgerEntry> change) {
        Set<String> changed = Set.copyOf(launches);
        if (changed.isEmpty()) return;
        change(entries -> entries.stream()
                .map(entry -> changed.contains(entry.launch()) ? change.apply(entry) : entry)
                .toList());
    }

    /**
     * A change that a rewrite is to make.
     *
     * @param written what came of it
     */
    private record Change(UnaryOperator<List<LedgerEntry>> work, CompletableFuture<Boolean> written) {}

    // What several ask for during a rewrite is written together by the first of them that comes next.
    private void change(UnaryOperator<List<LedgerEntry>> work) {
        Change mine = new Change(work, new CompletableFuture<>());
        asked.add(mine);
        synchronized (this) {
            if (!mine.written().isDone()) write(allAsked());
        }
        Concurrent.result(mine.written());
    }

    private List<Change> allAsked() {
        return Stream.generate(() -> Optional.ofNullable(asked.poll()))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private void write(List<Change> changes) {
        try {
            remember(file.rewritten(() -> changed(changes)));
            changes.forEach(one -> one.written().complete(true));
        } catch (RuntimeException e) {
            changes.forEach(one -> one.written().completeExceptionally(e));
            throw e;
        } finally { // whatever has happened, nobody waits for ever
            changes.forEach(one -> one.written().cancel(false));
        }
    }

    private List<LedgerEntry> changed(List<Change> changes) {
        List<LedgerEntry> changed = entries();
        for (Change one : changes) changed = one.work().apply(changed);
        return changed;
    }
}
