package io.github.openstackmaven.simulator.keystone;

import io.github.openstackmaven.simulator.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A login.
 *
 * @param auditIds its own first, then that of the login it descends from
 * @param scope nothing, a project, the domain, or the system
 */
record IssuedToken(
        String id,
        Identities.User user,
        Scope scope,
        List<String> methods,
        List<String> auditIds,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Identities.ApplicationCredential> credential,
        Optional<Identities.Trust> trust,
        boolean federated) {

    /** What that login got. */
    static IssuedToken of(
            String id, Tokens.Login login, Scope scope, List<String> auditIds, Instant issuedAt, Instant expiresAt) {
        return new IssuedToken(
                id,
                login.user(),
                scope,
                login.methods(),
                auditIds,
                issuedAt,
                expiresAt,
                login.credential(),
                login.trust(),
                login.federated());
    }

    /** What a token is good for. */
    sealed interface Scope {}

    record Unscoped() implements Scope {}

    record InProject(Project project, List<Identities.Role> roles) implements Scope {}

    record OnSystem(List<Identities.Role> roles) implements Scope {}

    private List<Identities.Role> roles() {
        if (scope instanceof InProject in) return in.roles();
        return scope instanceof OnSystem system ? system.roles() : List.of();
    }

    Caller caller() {
        return new Caller(
                user.id(),
                scope instanceof InProject in ? in.project().id() : "",
                roles().stream().anyMatch(role -> role.name().equals("admin")));
    }
}
