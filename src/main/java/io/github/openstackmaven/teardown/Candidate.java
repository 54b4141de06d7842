package io.github.openstackmaven.teardown;

import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.resource.Resource;
import java.util.Optional;

/**
 * Candidate for deletion, as far as it is known.
 *
 * @param key the same for the same thing
 * @param thing empty where the answer to its create was lost: it is found by its mark
 * @param entry what is on record of it; empty where it was seen on the cloud
 * @param showsMarks whether it is deleted only when the cloud, where it shows the thing, shows the plugin's marks on it
 */
public record Candidate(
        String key, ResourceType kind, Optional<Resource> thing, Optional<LedgerEntry> entry, boolean showsMarks) {

    /** One that was seen on the cloud just now, or made. */
    public static Candidate seen(Resource resource) {
        return new Candidate(
                resource.kind() + " " + resource.id(), resource.kind(), Optional.of(resource), Optional.empty(), false);
    }

    /**
     * One that is on record and not looked at yet.
     *
     * @param force whether it may have lost its marks
     */
    static Candidate onRecord(LedgerEntry entry, boolean force) {
        return new Candidate(key(entry), entry.kind(), Resource.of(entry), Optional.of(entry), !force);
    }

    // An older version may not have written down by which mark it is found.
    private static String key(LedgerEntry entry) {
        return entry.launch().isEmpty() ? entry.kind() + " " + entry.id().orElse("") : entry.launch();
    }

    /** Whether a thing is the one. */
    public boolean isOf(Resource resource) {
        return thing.filter(one -> one.kind() == resource.kind() && one.id().equals(resource.id()))
                .isPresent();
    }
}
