package io.github.openstackmaven.ledger;

import java.util.Optional;

/**
 * A server that was asked for, or is about to be.
 *
 * @param launch the mark {@code maven:launch}, by which it is found when its id is not known
 * @param cloud where it is: the auth URL
 * @param project id of the Keystone project it is in; empty for another scope
 * @param id empty until the create was answered
 */
public record LedgerEntry(String launch, String name, String cloud, String project, Optional<String> id) {

    LedgerEntry withId(String id) {
        return new LedgerEntry(launch, name, cloud, project, Optional.of(id));
    }
}
