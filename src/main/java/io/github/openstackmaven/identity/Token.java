package io.github.openstackmaven.identity;

import io.github.openstackmaven.config.Secret;
import java.time.Instant;

/**
 * A project-scoped token with what came along with it.
 *
 * @param id what goes into {@code X-Auth-Token}
 */
public record Token(Secret id, Instant expiresAt, NamedResource user, NamedResource project, Catalog catalog) {

    /** A user or project as Keystone names it. */
    public record NamedResource(String id, String name) {}
}
