package io.github.openstackmaven.resource;

import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.ResourceType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Resource on a cloud, of whatever type, as far as teardown must know it.
 *
 * @param id a keypair's is its name
 * @param mark who made it; empty when it is not this plugin's
 * @param created empty where the cloud does not tell
 * @param status as the cloud says it, {@code deleting} while it goes; empty where it says none
 */
public record Resource(
        ResourceType kind,
        String id,
        String name,
        Optional<Mark> mark,
        Optional<Instant> created,
        Optional<String> status) {
    /** The {@link #status()} of what is about to be gone. */
    public static final String DELETING = "deleting";

    /** The {@link #status()} of what is gone, in lists that have that, too. */
    public static final String DELETED = "deleted";

    /** One as it is on record; empty while its id is not known. */
    public static Optional<Resource> of(LedgerEntry entry) {
        Mark mark = new Mark(entry.build(), entry.launch(), entry.project(), "", Optional.empty());
        return entry.id()
                .map(known -> new Resource(
                        entry.kind(), known, entry.name(), Optional.of(mark), Optional.empty(), Optional.empty()));
    }

    /** The same as it was seen of late. */
    public Resource withStatus(Optional<String> seen) {
        return new Resource(kind, id, name, mark, created, seen);
    }

    /** Whether its mark is that of one of these creates. */
    public boolean isOf(Collection<String> launches) {
        return mark.filter(one -> launches.contains(one.launch())).isPresent();
    }

    /** Whether it is gone. */
    public boolean isDeleted() {
        return status.filter(DELETED::equals).isPresent();
    }

    /** Whether the cloud is at its deletion. */
    public boolean isBeingDeleted() {
        return status.filter(DELETING::equals).isPresent();
    }

    /** {@code server 'web' (6f1c…)}, or {@code server 6f1c…} where it has no name of its own. */
    @Override
    public String toString() {
        return kind.label() + (name.isEmpty() || name.equals(id) ? " " + id : " '" + name + "' (" + id + ")");
    }
}
