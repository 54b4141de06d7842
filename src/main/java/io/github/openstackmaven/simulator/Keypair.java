package io.github.openstackmaven.simulator;

import java.time.Instant;

/** A user's SSH key. */
record Keypair(int number, String user, String name, String publicKey, String fingerprint, Instant created) {}
