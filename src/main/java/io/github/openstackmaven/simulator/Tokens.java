package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tokens given out. */
final class Tokens {
    private final Options options;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> given = new HashMap<>();

    Tokens(Options options) {
        this.options = options;
    }

    Token issue(Login login, Token.Scope scope) {
        Instant now = options.clock().instant();
        Token token = new Token(
                "gAAAAA" + random(120),
                login.user(),
                scope,
                login.methods(),
                Stream.concat(
                                Stream.of(random(16)),
                                login.parent().map(parent -> parent.auditIds().get(0)).stream())
                        .toList(),
                now,
                // A token got from a token lives no longer than that one.
                login.parent().map(Token::expiresAt).orElse(now.plus(options.tokenLife())),
                login.credential(),
                login.trust(),
                login.federated());
        given.put(token.id(), token);
        return token;
    }

    /** The token, unless it is unknown, expired or revoked. */
    Optional<Token> valid(String id) {
        return Optional.ofNullable(given.get(id))
                .filter(token -> options.clock().instant().isBefore(token.expiresAt()));
    }

    void revoke(Token token) {
        given.remove(token.id());
    }

    /** What Keystone says of a token that isn't valid. */
    Refusal unknown(String id) {
        return Refusal.notFound(
                id.startsWith("gAAAAA") ? "Failed to validate token" : "Could not recognize Fernet token");
    }

    boolean isPast(Identities.ApplicationCredential credential) {
        return credential.expiresAt().filter(options.clock().instant()::isAfter).isPresent();
    }

    /** What says that one factor was right. */
    ObjectNode receipt(Identities.User user, List<String> methods) {
        Instant now = options.clock().instant();
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
            Optional<Token> parent,
            Optional<Identities.ApplicationCredential> credential,
            Optional<Identities.Trust> trust,
            boolean federated) {}
}
