package io.github.openstackmaven.plan;

import java.util.Optional;

/**
 * That a server gets a floating IP.
 *
 * @param network the external network it is of, by name or id; empty: the only one
 */
public record FloatingIpSpec(Optional<String> network) {}
