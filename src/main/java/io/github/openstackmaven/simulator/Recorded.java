package io.github.openstackmaven.simulator;

import java.util.Optional;

/**
 * A request the simulator saw.
 *
 * @param path with the query, as it was sent
 * @param body as text; empty when there was none
 * @param status what was answered; 0 when nothing was
 * @param fault what went wrong with it
 */
public record Recorded(String method, String path, String body, int status, Optional<Fault> fault) {}
