package io.github.openstackmaven.ledger;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import java.time.Instant;
import java.util.Optional;

/** What outlives its build: the cloud is told of each until when, since no heartbeat does it any more. */
public record KeptThings(Ledger ledger, Resources resources, Time time) {

    /**
     * Tells it of one; what is gone is struck.
     *
     * @throws OpenStackException when the cloud takes no mark of it now
     */
    public void renew(LedgerEntry entry) {
        Optional<Resource> found = entry.id().isPresent()
                ? resources.find(entry.kind(), entry.id().get())
                : resources.launched(entry.kind(), entry.launch());
        if (found.isPresent()) {
            Optional<Instant> expiry = entry.ttl().map(time.now()::plus);
            resources.renew(found.get(), expiry);
            ledger.settled(entry.launch());
        } else if (entry.id().isPresent()) {
            ledger.strike(entry.launch());
        }
    }
}
