package io.github.openstackmaven.teardown;

import java.time.Duration;
import java.util.Optional;

/**
 * Limits of what a reaper may delete of what has expired.
 *
 * @param olderThan how long ago a thing was made, at the least
 * @param project groupId:artifactId; empty for all
 * @param max how many at most
 * @param dryRun whether they are only told
 * @param patience how long they may take until they are gone
 */
public record ReapRequest(Duration olderThan, Optional<String> project, int max, boolean dryRun, Duration patience) {}
