package io.github.openstackmaven.simulator;

import java.util.Optional;

/**
 * What a simulated server would be from inside.
 *
 * @param id of the server
 * @param user whom its image lets in
 * @param publicKey that opens it, as an {@code authorized_keys} has it; empty when nobody is let in
 * @param pageStatus what its page answers
 * @param cloudInit whether its image has one
 */
public record Machine(
        String id, String name, String user, Optional<String> publicKey, int pageStatus, boolean cloudInit) {}
