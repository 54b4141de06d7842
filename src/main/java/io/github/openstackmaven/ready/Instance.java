package io.github.openstackmaven.ready;

import io.github.openstackmaven.image.ImageUsers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Instance that an ACTIVE server is, as a probe sees it from outside.
 *
 * @param ip the address to reach it at
 * @param floating whether that is a floating IP
 * @param image who logs in, as its image tells
 * @param keyFile the private half of the server's keypair
 * @param console reads the console log
 */
public record Instance(
        String name,
        String id,
        Optional<String> ip,
        boolean floating,
        ImageUsers image,
        Optional<Path> keyFile,
        Supplier<String> console) {}
