package io.github.openstackmaven.teardown;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.resource.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes on the resources that outlive their build until when they live, since no heartbeat does it any more. */
final class KeptResources {
    private static final int NOT_FOUND = 404;

    private final Ledger ledger;
    private final Resources resources;
    private final Time time;
    private final Map<String, Absence> absences = new HashMap<>();

    /** Those on record on a cloud. */
    KeptResources(Ledger ledger, Resources resources, Time time) {
        this.ledger = ledger;
        this.resources = resources;
        this.time = time;
    }

    /**
     * Tells it of one. What the cloud says to be gone stays on record, to be told again, until it has said so for a while.
     *
     * @throws OpenStackException when the cloud takes no mark of it now
     */
    void renew(LedgerEntry entry) {
        Optional<Resource> found = entry.id().isPresent()
                ? resources.find(entry.kind(), entry.id().get())
                : resources.launched(entry.kind(), entry.launch());
        if (found.isPresent() && renewed(found.get(), entry)) {
            absences.remove(entry.launch());
            ledger.settled(List.of(entry.launch()));
        } else if (entry.id().isPresent()) {
            absent(entry);
        }
    }

    private boolean renewed(Resource resource, LedgerEntry entry) {
        try {
            resources.renew(resource, entry.ttl().map(time.now()::plus));
            return true;
        } catch (HttpStatusException e) {
            if (e.status() != NOT_FOUND) throw e;
            return false;
        }
    }

    private void absent(LedgerEntry entry) {
        Absence absence = absences.getOrDefault(entry.launch(), Absence.none()).said(time.now());
        absences.put(entry.launch(), absence);
        if (absence.isProof(time.now())) ledger.strike(entry.launch());
    }
}
