package io.github.openstackmaven.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A server that was asked for, or is about to be.
 *
 * @param launch the mark {@code maven:launch}, by which it is found when its id is not known
 * @param build the mark {@code maven:build}
 * @param at when the create was about to be sent, or was answered
 * @param id empty until the create was answered
 */
public record LedgerEntry(String launch, String build, String name, Place place, Instant at, Optional<String> id) {

    /** Where a server is; a part that a login does not have is empty. */
    public record Place(String cloud, String region, String project) {
        public Place {
            cloud = Objects.requireNonNullElse(cloud, "");
            region = Objects.requireNonNullElse(region, "");
            project = Objects.requireNonNullElse(project, "");
        }
    }
}
