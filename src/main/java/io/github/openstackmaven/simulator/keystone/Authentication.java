package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is it, and for what: <a href="https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management">POST auth/tokens</a>. */
final class Authentication {
    private static final Set<String> METHODS = Set.of("password", "token", "totp", "application_credential");
    private static final List<String> NAMED =
            List.of("external", "password", "token", "oauth1", "mapped", "application_credential");
    private final List<String> supported;
    private final AuthenticationMethods methods;
    private final AuthenticationScopes scopes;

    Authentication(Identities identities, Tokens tokens, Release release) {
        this.supported = release.since(Release.OF_2026_2)
                ? Stream.concat(NAMED.stream(), Stream.of("ec2credential")).toList()
                : NAMED;
        this.methods = new AuthenticationMethods(identities, tokens);
        this.scopes = new AuthenticationScopes(identities);
    }

    record Outcome(Tokens.Login login, IssuedToken.Scope scope) {}

    Outcome authenticate(Call call) {
        if (!call.body().isEmpty()
                && call.header("Content-Type")
                        .filter(type -> type.contains("json"))
                        .isEmpty()) {
            throw expecting("application/json", "Content-Type header");
        }
        JsonNode body = call.body().isEmpty()
                ? JsonTree.object()
                : call.json().filter(JsonNode::isObject).orElseThrow(() -> expecting("valid JSON", "request body"));
        JsonNode auth = Optional.ofNullable(body.get("auth")).orElseThrow(() -> expecting("auth", "request body"));
        JsonNode identity = Optional.ofNullable(auth.get("identity"))
                .orElseThrow(() -> Rejection.badRequest("'identity' is a required property"));
        Tokens.Login login = methods.check(identity, names(identity), call.header("Openstack-Auth-Receipt"));
        return scopes.choose(login, Optional.ofNullable(auth.get("scope")));
    }

    private List<String> names(JsonNode identity) {
        JsonNode asked = Optional.ofNullable(identity.get("methods"))
                .orElseThrow(() ->
                        Rejection.badRequest("Invalid input for field 'identity': 'methods' is a required property"));
        if (!asked.isArray()) {
            throw Rejection.badRequest(
                    "Invalid input for field 'identity/methods': " + JsonTree.repr(asked) + " is not of type 'array'");
        }
        Set<String> names = new LinkedHashSet<>();
        asked.forEach(name -> names.add(name.asText()));
        if (!METHODS.containsAll(names)) {
            throw AuthenticationRefusal.because(
                    "Attempted to authenticate with an unsupported method.", JsonTree.object("methods", supported));
        }
        if (names.isEmpty()) throw AuthenticationRefusal.generic();
        return new ArrayList<>(names);
    }

    static Rejection expecting(String what, String where) {
        return Rejection.badRequest("Expecting to find " + what + " in " + where
                + ". The server could not comply with the request since it is either malformed or otherwise incorrect."
                + " The client is assumed to be in error.");
    }

    /** Whether a block names the domain everything is in; Keystone wants one wherever something is named by name. */
    static boolean inDomain(JsonNode block, String what) {
        JsonNode domain = Optional.ofNullable(block.get("domain")).orElseThrow(() -> expecting("domain", what));
        return JsonTree.text(domain, "id").filter(Identities.DOMAIN::equals).isPresent()
                || JsonTree.text(domain, "name")
                        .filter(Identities.DOMAIN_NAME::equalsIgnoreCase)
                        .isPresent();
    }
}
