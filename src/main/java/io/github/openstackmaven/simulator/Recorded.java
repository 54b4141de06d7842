package io.github.openstackmaven.simulator;

/**
 * A request the simulator saw.
 *
 * @param path with the query, as it was sent
 * @param body as text; empty when there was none
 * @param status what was answered; 0 when the connection was closed before anything was done
 */
public record Recorded(String method, String path, String body, int status) {}
