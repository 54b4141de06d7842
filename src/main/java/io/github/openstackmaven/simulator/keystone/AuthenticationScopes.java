package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a login is for: <a href="https://docs.openstack.org/api-ref/identity/v3/#password-authentication-with-scoped-authorization">the scope</a>. */
final class AuthenticationScopes {
    private static final List<String> KINDS = List.of("system", "project", "domain", "OS-TRUST:trust", "unscoped");
    private final Identities identities;

    AuthenticationScopes(Identities identities) {
        this.identities = identities;
    }

    Authentication.Outcome choose(Tokens.Login login, Optional<JsonNode> scope) {
        if (login.credential().isPresent()) return credential(login, scope);
        if (scope.isEmpty()) return new Authentication.Outcome(login, unasked(login));
        if (scope.get().asText().equals("unscoped"))
            return new Authentication.Outcome(login, new IssuedToken.Unscoped());
        List<String> asked = KINDS.stream().filter(scope.get()::has).toList();
        if (asked.size() != 1) {
            throw Authentication.expecting("system, project, domain, OS-TRUST:trust or unscoped", "scope");
        }
        JsonNode block = scope.get().get(asked.get(0));
        return switch (asked.get(0)) {
            case "unscoped" -> new Authentication.Outcome(login, new IssuedToken.Unscoped());
            case "project" -> new Authentication.Outcome(login, project(login.user(), find(block)));
            case "system" -> new Authentication.Outcome(login, system(login.user(), block));
            case "OS-TRUST:trust" -> trust(login, block);
            // Nobody has a role in the domain.
            default -> throw AuthenticationRefusal.generic();
        };
    }

    private Authentication.Outcome credential(Tokens.Login login, Optional<JsonNode> scope) {
        if (scope.isPresent()) {
            throw AuthenticationRefusal.because(
                    "Error authenticating with application credential:"
                            + " Application credentials cannot request a scope.",
                    JsonTree.object());
        }
        Optional<Project> project =
                identities.project(login.credential().orElseThrow().project());
        return new Authentication.Outcome(login, project(login.user(), project));
    }

    private IssuedToken.Scope unasked(Tokens.Login login) {
        if (login.user().defaultProject().isEmpty()) return new IssuedToken.Unscoped();
        return project(
                login.user(), identities.project(login.user().defaultProject().get()));
    }

    private Optional<Project> find(JsonNode block) {
        Optional<String> id = JsonTree.text(block, "id");
        if (id.isPresent()) return identities.project(id.get());
        String name = JsonTree.text(block, "name")
                .orElseThrow(() ->
                        Rejection.badRequest("Invalid input for field scope/project: id or name must be present."));
        return Authentication.inDomain(block, "project") ? identities.projectNamed(name) : Optional.empty();
    }

    private static IssuedToken.Scope project(Identities.User user, Optional<Project> project) {
        return project.flatMap(found -> Optional.ofNullable(user.roles().get(found.id()))
                        .<IssuedToken.Scope>map(roles -> new IssuedToken.InProject(found, roles)))
                .orElseThrow(AuthenticationRefusal::generic);
    }

    private static IssuedToken.Scope system(Identities.User user, JsonNode block) {
        if (!block.path("all").asBoolean() || user.systemRoles().isEmpty()) throw AuthenticationRefusal.generic();
        return new IssuedToken.OnSystem(user.systemRoles());
    }

    private Authentication.Outcome trust(Tokens.Login login, JsonNode block) {
        String id = JsonTree.text(block, "id")
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Authentication.expecting("trust_id", "trust"));
        Identities.Trust trust = identities.trusts().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(AuthenticationRefusal::generic);
        if (!trust.trustee().equals(login.user().id())) {
            throw Rejection.forbidden("You are not authorized to perform the requested action.");
        }
        Tokens.Login trusted = new Tokens.Login(
                login.user(), login.methods(), login.parent(), login.credential(), Optional.of(trust), false);
        List<Identities.Role> roles =
                Stream.of("member", "reader").map(Identities.Role::of).toList();
        return new Authentication.Outcome(
                trusted,
                new IssuedToken.InProject(identities.project(trust.project()).orElseThrow(), roles));
    }
}
