package io.github.openstackmaven.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token as <a href="https://docs.openstack.org/api-ref/identity/v3/#password-authentication">Keystone shows it</a>. */
final class TokenDocument {
    private TokenDocument() {}

    static JsonNode of(Token token, Catalog catalog, boolean withCatalog) {
        ObjectNode body = new Fields()
                .put("methods", token.methods())
                .put("user", user(token))
                .put("audit_ids", token.auditIds())
                .put("expires_at", Times.micros(token.expiresAt()))
                .put("issued_at", Times.micros(token.issuedAt()))
                .object();
        token.trust().ifPresent(trust -> body.set("OS-TRUST:trust", trust(trust)));
        if (token.scope() instanceof Token.InProject in) {
            body.set(
                    "project",
                    Json.object(
                            "domain",
                            domain(),
                            "id",
                            in.project().id(),
                            "name",
                            in.project().name()));
            if (token.trust().isEmpty()) body.put("is_domain", false);
            body.set("roles", token.trust().isPresent() ? rolesInFull(in.roles()) : roles(in.roles()));
        }
        if (token.scope() instanceof Token.OnSystem system) {
            body.set("roles", roles(system.roles()));
            body.set("system", Json.object("all", true));
        }
        if (withCatalog && !(token.scope() instanceof Token.Unscoped)) body.set("catalog", catalog.document());
        token.credential()
                .ifPresent(credential -> body.set(
                        "application_credential",
                        Json.object("id", credential.id(), "name", credential.name(), "restricted", true)));
        return Json.object("token", body);
    }

    /** What a multi-factor login gets after its first factor. */
    static ObjectNode receipt(Identities.User user, List<String> methods, Instant issued, Instant expires) {
        return Json.object(
                "receipt",
                new Fields()
                        .put("methods", methods)
                        .put("user", Json.object("id", user.id(), "name", user.name(), "domain", domain()))
                        .put("expires_at", Times.micros(expires))
                        .put("issued_at", Times.micros(issued))
                        .object(),
                "required_auth_methods",
                List.of(List.of("password", "totp")));
    }

    private static ObjectNode user(Token token) {
        ObjectNode user = Json.object(
                "domain",
                domain(),
                "id",
                token.user().id(),
                "name",
                token.user().name());
        if (token.federated()) {
            user.set(
                    "OS-FEDERATION",
                    Json.object(
                            "groups",
                            List.of(),
                            "identity_provider",
                            Json.object("id", Federation.PROVIDER),
                            "protocol",
                            Json.object("id", Federation.PROTOCOL)));
            return user;
        }
        user.set("password_expires_at", Json.node(Optional.empty()));
        return user;
    }

    private static ObjectNode domain() {
        return Json.object("id", Identities.DOMAIN, "name", Identities.DOMAIN_NAME);
    }

    private static JsonNode roles(List<Identities.Role> roles) {
        return Json.array(roles.stream()
                .map(role -> Json.object("id", role.id(), "name", role.name()))
                .toList());
    }

    // A trust's roles come with all their fields.
    private static JsonNode rolesInFull(List<Identities.Role> roles) {
        return Json.array(roles.stream()
                .map(role -> new Fields()
                        .put("id", role.id())
                        .put("name", role.name())
                        .put("domain_id", Optional.empty())
                        .put("description", Optional.empty())
                        .put("options", Json.object("immutable", true))
                        .object())
                .toList());
    }

    private static ObjectNode trust(Identities.Trust trust) {
        return new Fields()
                .put("id", trust.id())
                .put("trustor_user", Json.object("id", trust.trustor()))
                .put("trustee_user", Json.object("id", trust.trustee()))
                .put("impersonation", false)
                .object();
    }
}
