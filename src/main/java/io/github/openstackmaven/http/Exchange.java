package io.github.openstackmaven.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and what came of it, without headers and bodies: nothing of it is secret.
 *
 * @param status HTTP's; empty when no answer came
 * @param duration until the answer was there, or given up
 * @param requestId under which the service's log has it
 * @param error why no answer came
 */
public record Exchange(
        String method,
        URI uri,
        Optional<Integer> status,
        Instant started,
        Duration duration,
        Optional<String> requestId,
        Optional<String> error) {

    /** Whether no answer came, or one of 400 or more. */
    public boolean failed() {
        return status.map(code -> code >= 400).orElse(true);
    }
}
