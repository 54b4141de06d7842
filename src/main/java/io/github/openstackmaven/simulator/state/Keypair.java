package io.github.openstackmaven.simulator.state;

import java.time.Instant;

/** A user's SSH key. */
public record Keypair(int number, String user, String name, String publicKey, String fingerprint, Instant created) {}
