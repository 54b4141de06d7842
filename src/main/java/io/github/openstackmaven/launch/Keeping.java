package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Kind;
import io.github.openstackmaven.ledger.Resource;
import java.time.Instant;
import java.util.Optional;

/** What becomes of what a launch made, once the launch is over and it stays. */
record Keeping(Bookkeeping bookkeeping, LaunchOptions options, Time time, Creation creation, VolumeMaking volumes) {

    /**
     * After a success: volumes that outlive their server are the user's, and what is kept lives as long as that was asked.
     *
     * @throws OpenStackException when the cloud refuses
     */
    void settle() {
        creation.made(Kind.VOLUME, volumes.lasting()).forEach(this::release);
        if (options.keep() == Keep.ALWAYS) keep();
    }

    /** Says of all that was made how long it is kept. */
    void keep() {
        Optional<Instant> expiry = options.ttl().map(time.now()::plus);
        creation.made().forEach(one -> bookkeeping.resources().renew(one, expiry));
    }

    private void release(Resource volume) {
        bookkeeping.resources().release(volume);
        volume.mark().ifPresent(mark -> bookkeeping.journal().release(mark.launch()));
        creation.forget(volume);
    }
}
