package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Which of a project's things a deletion means. Called directly it means all that is on record, or servers that are named;
 * as a part of a build, what a module has launched in that build and is not to keep.
 *
 * @param build the mark {@code maven:build} of the build it is a part of
 * @param module groupId:artifactId of the module it is a part of
 * @param direct whether it is called directly
 * @param names of the servers that are meant; as a part of a build they are the launch's, and name none
 * @param id of the one that is meant instead
 */
public record DeletionScope(String build, String module, boolean direct, List<String> names, Optional<String> id) {
    public DeletionScope {
        names = List.copyOf(names);
    }

    /** Whether servers are named. */
    public boolean isNamed() {
        return direct && (!names.isEmpty() || id.isPresent());
    }

    /** Whether an entry is to go. */
    public boolean isMeant(LedgerEntry entry) {
        return direct || (isOurs(entry) && entry.keep() == Keep.NEVER);
    }

    /** Whether there is nothing to ask a cloud about. */
    public boolean isEmpty(Ledger ledger) {
        return !direct && ledger.entries().stream().noneMatch(this::isMeant);
    }

    /** The servers that this build has made on a cloud and that are meant. */
    public List<Resource> servers(Ledger ledger, LedgerEntry.Place here) {
        return ledger.entries().stream()
                .filter(entry -> entry.kind() == ResourceType.SERVER && isMeant(entry))
                .filter(entry -> entry.build().equals(build) && entry.isAt(here))
                .flatMap(entry -> Resource.of(entry).stream())
                .toList();
    }

    /** What the module has launched and stays for now, and why: a line each. */
    public List<String> staying(Ledger ledger) {
        if (direct) return List.of();
        return ledger.entries().stream()
                .filter(entry -> isOurs(entry) && !isMeant(entry))
                .map(entry -> entry
                        + (entry.keep() == Keep.ALWAYS
                                ? " stays: keep=always"
                                : " waits for the end of the build: keep=onFailure"))
                .toList();
    }

    /** What is meant and still on record, and the command that deletes it: a line each. */
    public List<String> remaining(Ledger ledger) {
        return ledger.entries().stream()
                .filter(this::isMeant)
                .map(entry -> "On record: " + entry.name() + ", "
                        + entry.id()
                                .map(known -> entry.kind().deleteCommand(known))
                                .orElse("its id is not known"))
                .toList();
    }

    // Modules that share a folder test side by side.
    private boolean isOurs(LedgerEntry entry) {
        return entry.build().equals(build) && entry.isLaunchedBy(module);
    }
}
