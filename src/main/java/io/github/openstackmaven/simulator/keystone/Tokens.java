package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.web.Rejection;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tokens given out. */
final class Tokens {
    private final InstantSource clock;
    private final Duration life;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, IssuedToken> given = new HashMap<>();

    /**
     * No tokens yet.
     *
     * @param life how long one is good for
     */
    Tokens(InstantSource clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    IssuedToken issue(Login login, IssuedToken.Scope scope) {
        Instant now = clock.instant();
        Stream<String> parent = login.parent().map(one -> one.auditIds().get(0)).stream();
        List<String> auditIds = Stream.concat(Stream.of(random(16)), parent).toList();
        // A token got from a token lives no longer than that one.
        Instant end = login.parent().map(IssuedToken::expiresAt).orElse(now.plus(life));
        IssuedToken token = IssuedToken.of("gAAAAA" + random(120), login, scope, auditIds, now, end);
        given.values().removeIf(one -> !now.isBefore(one.expiresAt()));
        given.put(token.id(), token);
        return token;
    }

    /** The token, unless it is unknown, expired or revoked. */
    Optional<IssuedToken> valid(String id) {
        return Optional.ofNullable(given.get(id))
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    void revoke(IssuedToken token) {
        given.remove(token.id());
    }

    /** What Keystone says of a token that isn't valid. */
    Rejection unknown(String id) {
        return Rejection.notFound(
                id.startsWith("gAAAAA") ? "Failed to validate token" : "Could not recognize Fernet token");
    }

    boolean isPast(Identities.ApplicationCredential credential) {
        return credential.expiresAt().filter(clock.instant()::isAfter).isPresent();
    }

    /** What says that one factor was right. */
    ObjectNode receipt(Identities.User user, List<String> methods) {
        Instant now = clock.instant();
        return TokenDocument.receipt(user, methods, now, now.plus(Duration.ofMinutes(5)));
    }

    /** Random bytes as tokens and audit ids are written. */
    String random(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(some);
    }

    /**
     * Who proved to be whom, and how.
     *
     * @param parent the token they came with, when they came with one
     */
    record Login(
            Identities.User user,
            List<String> methods,
            Optional<IssuedToken> parent,
            Optional<Identities.ApplicationCredential> credential,
            Optional<Identities.Trust> trust,
            boolean federated) {}
}
