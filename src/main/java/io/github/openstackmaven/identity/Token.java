package io.github.openstackmaven.identity;

import io.github.openstackmaven.Durations;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token with what came along with it.
 *
 * @param id what goes into {@code X-Auth-Token}; empty where the services ask for none
 * @param renewAt when to take another one, by this machine's clock
 * @param expiresAt when it is of no more use, by this machine's clock
 * @param ahead how far this machine's clock is ahead of Keystone's; zero where that is not known
 * @param user who logged in; empty for a login without Keystone
 * @param project what the token is good for; empty unless that is a project
 */
public record Token(
        Optional<Secret> id,
        Instant renewAt,
        Instant expiresAt,
        Duration ahead,
        Optional<NamedResource> user,
        Optional<NamedResource> project,
        Catalog catalog) {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(2);

    /** A user or project as Keystone names it. */
    public record NamedResource(String id, @OrEmpty String name) {}

    /**
     * A token that was issued now.
     *
     * @param ahead how far this machine's clock is ahead of Keystone's
     * @param life two minutes before its end it is renewed, or after two thirds of a short life
     */
    static Token issued(
            Secret id,
            Instant now,
            Duration ahead,
            Duration life,
            Optional<NamedResource> user,
            Optional<NamedResource> project,
            Catalog catalog) {
        Duration third = life.dividedBy(3);
        Duration margin = Durations.shorter(third, LONGEST_MARGIN);
        Instant end = now.plus(life);
        return new Token(Optional.of(id), end.minus(margin), end, ahead, user, project, catalog);
    }

    /** What stands for a token where there is no Keystone. */
    static Token withoutKeystone(Optional<Secret> id) {
        return new Token(
                id,
                Instant.MAX,
                Instant.MAX,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                new Catalog(List.of()));
    }
}
