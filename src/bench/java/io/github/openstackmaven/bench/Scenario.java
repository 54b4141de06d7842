package io.github.openstackmaven.bench;

import java.util.List;

/**
 * Launches that are compared.
 *
 * @param cloud what the target is called in the table
 * @param servers how many at once
 */
record Scenario(String cloud, Target target, int servers, List<Peer> peers) {}
