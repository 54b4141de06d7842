package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token as <a href="https://docs.openstack.org/api-ref/identity/v3/#password-authentication">Keystone shows it</a>. */
final class TokenDocument {
    private TokenDocument() {}

    static JsonNode of(IssuedToken token, ServiceCatalog catalog, boolean withCatalog) {
        ObjectNode body = new Fields()
                .put("methods", token.methods())
                .put("user", user(token))
                .put("audit_ids", token.auditIds())
                .put("expires_at", Times.micros(token.expiresAt()))
                .put("issued_at", Times.micros(token.issuedAt()))
                .object();
        token.trust().ifPresent(trust -> body.set("OS-TRUST:trust", trust(trust)));
        if (token.scope() instanceof IssuedToken.InProject in) {
            body.set(
                    "project",
                    JsonTree.object(
                            "domain",
                            domain(),
                            "id",
                            in.project().id(),
                            "name",
                            in.project().name()));
            if (token.trust().isEmpty()) body.put("is_domain", false);
            body.set("roles", token.trust().isPresent() ? rolesInFull(in.roles()) : roles(in.roles()));
        }
        if (token.scope() instanceof IssuedToken.OnSystem system) {
            body.set("roles", roles(system.roles()));
            body.set("system", JsonTree.object("all", true));
        }
        if (withCatalog && !(token.scope() instanceof IssuedToken.Unscoped)) {
            body.set("catalog", catalog.document(token.scope()));
        }
        token.credential()
                .ifPresent(credential -> body.set(
                        "application_credential",
                        JsonTree.object("id", credential.id(), "name", credential.name(), "restricted", true)));
        return JsonTree.object("token", body);
    }

    /** What a multi-factor login gets after its first factor. */
    static ObjectNode receipt(Identities.User user, List<String> methods, Instant issued, Instant expires) {
        return JsonTree.object(
                "receipt",
                new Fields()
                        .put("methods", methods)
                        .put("user", JsonTree.object("id", user.id(), "name", user.name(), "domain", domain()))
                        .put("expires_at", Times.micros(expires))
                        .put("issued_at", Times.micros(issued))
                        .object(),
                "required_auth_methods",
                List.of(List.of("password", "totp")));
    }

    private static ObjectNode user(IssuedToken token) {
        ObjectNode user = JsonTree.object(
                "domain",
                domain(),
                "id",
                token.user().id(),
                "name",
                token.user().name());
        if (token.federated()) {
            user.set(
                    "OS-FEDERATION",
                    JsonTree.object(
                            "groups",
                            List.of(),
                            "identity_provider",
                            JsonTree.object("id", Federation.PROVIDER),
                            "protocol",
                            JsonTree.object("id", Federation.PROTOCOL)));
            return user;
        }
        user.set("password_expires_at", JsonTree.node(Optional.empty()));
        return user;
    }

    private static ObjectNode domain() {
        return JsonTree.object("id", Identities.DOMAIN, "name", Identities.DOMAIN_NAME);
    }

    private static JsonNode roles(List<Identities.Role> roles) {
        return JsonTree.array(roles.stream()
                .map(role -> JsonTree.object("id", role.id(), "name", role.name()))
                .toList());
    }

    // A trust's roles come with all their fields.
    private static JsonNode rolesInFull(List<Identities.Role> roles) {
        return JsonTree.array(roles.stream()
                .map(role -> new Fields()
                        .put("id", role.id())
                        .put("name", role.name())
                        .put("domain_id", Optional.empty())
                        .put("description", Optional.empty())
                        .put("options", JsonTree.object("immutable", true))
                        .object())
                .toList());
    }

    private static ObjectNode trust(Identities.Trust trust) {
        return new Fields()
                .put("id", trust.id())
                .put("trustor_user", JsonTree.object("id", trust.trustor()))
                .put("trustee_user", JsonTree.object("id", trust.trustee()))
                .put("impersonation", false)
                .object();
    }
}
