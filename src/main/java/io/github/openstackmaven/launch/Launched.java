package io.github.openstackmaven.launch;

import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.plan.PlannedServer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that is ready, and how to get at it.
 *
 * @param ip the address to reach it at
 * @param adminPassword Nova's, where the cloud gives one
 * @param keyFile the private half of its key
 * @param user who logs in with it
 */
public record Launched(
        PlannedServer plan,
        Server server,
        Optional<String> ip,
        Optional<Secret> adminPassword,
        Optional<Path> keyFile,
        Optional<String> user) {}
