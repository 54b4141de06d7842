package io.github.openstackmaven.identity;

import io.github.openstackmaven.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token with what came along with it.
 *
 * @param id what goes into {@code X-Auth-Token}; empty where the services ask for none
 * @param renewAt when to take another one, by this machine's clock
 * @param user who logged in; empty for a login without Keystone
 * @param project what the token is good for; empty unless that is a project
 */
public record Token(
        Optional<Secret> id,
        Instant renewAt,
        Optional<NamedResource> user,
        Optional<NamedResource> project,
        Catalog catalog) {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(2);

    /** A user or project as Keystone names it. */
    public record NamedResource(String id, String name) {}

    /** When to renew what was issued now for that long: two minutes before its end, or after two thirds of a short life. */
    static Instant renewAt(Instant now, Duration life) {
        Duration third = life.dividedBy(3);
        return now.plus(life).minus(third.compareTo(LONGEST_MARGIN) < 0 ? third : LONGEST_MARGIN);
    }
}
