package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.Marks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands in the metadata of the servers of a launch.
 *
 * @param deadline when they are to be ready
 */
record ServerMetadata(Marks marks, LaunchOptions options, Instant deadline) {
    private static final String NEVER = "never";

    /** That of one. */
    Map<String, String> of(Mark mark) {
        Map<String, String> metadata = new HashMap<>(marks.metadata(mark));
        if (options.keep() == Keep.ON_FAILURE) metadata.put(Marks.EXPIRES_IN_ERROR, expiryInError());
        return Map.copyOf(metadata);
    }

    private String expiryInError() {
        return options.ttl().map(ttl -> deadline.plus(ttl).toString()).orElse(NEVER);
    }
}
