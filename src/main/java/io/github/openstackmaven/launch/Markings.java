package io.github.openstackmaven.launch;

import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.Marking;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the things of a launch are marked with, wherever there is room for it.
 *
 * @param deadline when its servers are to be ready
 * @param cloudProject the id of the cloud's project, where the login has one
 */
public record Markings(Marks marks, LaunchOptions options, Instant deadline, Optional<String> cloudProject) {
    private static final String NEVER = "never";

    /** The mark of the next create, which lives until the build no longer renews it. */
    public Mark next() {
        return marks.next(Optional.of(deadline.plus(options.lease())));
    }

    /** What a mark is in each place. */
    public Marking of(Mark mark) {
        return new Marking(server(mark), mark.metadata(), mark.description(), mark.nameIn(cloudProject), mark.name());
    }

    private Map<String, String> server(Mark mark) {
        Map<String, String> metadata = new HashMap<>(marks.metadata(mark));
        if (options.keep() == Keep.ON_FAILURE) metadata.put(Marks.EXPIRES_IN_ERROR, expiryInError());
        return metadata;
    }

    private String expiryInError() {
        return options.ttl().map(ttl -> deadline.plus(ttl).toString()).orElse(NEVER);
    }
}
