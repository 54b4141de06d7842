package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.ErrorPage;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.Gate;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.KeystoneError;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Router;
import io.github.openstackmaven.simulator.web.Service;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keystone: <a href="https://docs.openstack.org/api-ref/identity/v3/">logins, projects, the catalog</a>. */
public final class IdentityService implements Service {
    private final String base;
    private final Identities identities;
    private final Tokens tokens;
    private final ServiceCatalog catalog;
    private final Release release;
    private final OidcService oidc;
    private final Authentication authentication;
    private final Router router;

    /**
     * Keystone with the users and projects a cloud starts with.
     *
     * @param tokenLife how long a token is good for
     * @param catalog what it says of the services
     */
    public IdentityService(
            String base, InstantSource clock, Duration tokenLife, Release release, ServiceCatalog catalog) {
        this.base = base + prefix();
        this.release = release;
        this.identities = IdentityContents.at(clock.instant());
        this.tokens = new Tokens(clock, tokenLife);
        this.catalog = catalog;
        Federation federation =
                new Federation(identities.userNamed(Federation.USER).orElseThrow());
        this.oidc = new OidcService(base, tokens, federation);
        this.authentication = new Authentication(identities, tokens, release);
        List<Route> routes = new ArrayList<>(List.of(
                Route.get("/?", call -> versions()),
                Route.get("/v3/?", call -> Answer.json(200, JsonTree.object("version", version()))),
                Route.post("/v3/auth/tokens", this::login),
                Route.get("/v3/auth/tokens", this::show),
                Route.delete("/v3/auth/tokens", this::revoke),
                Route.get("/v3/auth/projects", this::projects),
                Route.get("/v3/OS-FEDERATION/projects", this::projects),
                Route.get("/v3/auth/catalog", this::catalog)));
        for (String method : List.of("GET", "POST")) {
            routes.add(new Route(
                    method,
                    "/v3/OS-FEDERATION/identity_providers/{idp}/protocols/{protocol}/auth",
                    call -> issued(federation.login(call), new IssuedToken.Unscoped(), call)));
        }
        router = new Router(routes);
    }

    /** The OpenID provider that Keystone trusts. */
    public Service oidc() {
        return oidc;
    }

    /** What stands before the other services. */
    public Gate gate() {
        return new Gate(id -> tokens.valid(id).map(IssuedToken::caller), base + "/v3");
    }

    @Override
    public String prefix() {
        return "/identity";
    }

    @Override
    public Answer answer(Call call) {
        return ErrorPage.tooLarge(call).orElseGet(() -> routed(call));
    }

    private Answer routed(Call call) {
        Answer answer;
        try {
            answer = router.answer(call).orElseGet(() -> unrouted(call));
        } catch (AuthenticationRefusal e) {
            answer = e.answer();
            if (e.challenge()) answer = answer.with("WWW-Authenticate", "Keystone uri=\"" + base + "/v3\"");
        } catch (Rejection e) {
            answer = Answer.json(e.status(), KeystoneError.body(e.status(), e.getMessage()));
        }
        return answer.with("Vary", "X-Auth-Token").with("x-openstack-request-id", call.requestId());
    }

    private Answer versions() {
        return Answer.json(300, JsonTree.object("versions", JsonTree.object("values", List.of(version()))))
                .with("Location", base + "/v3/");
    }

    private JsonNode version() {
        return new Fields()
                .put("id", "v3.14")
                .put("status", "stable")
                .put("updated", "2020-04-07T00:00:00Z")
                .put("links", List.of(JsonTree.object("rel", "self", "href", base + "/v3/")))
                .put(
                        "media-types",
                        List.of(JsonTree.object(
                                "base", "application/json", "type", "application/vnd.openstack.identity-v3+json")))
                .object();
    }

    private Answer login(Call call) {
        Authentication.Outcome outcome = authentication.authenticate(call);
        return issued(outcome.login(), outcome.scope(), call);
    }

    private Answer issued(Tokens.Login login, IssuedToken.Scope scope, Call call) {
        IssuedToken token = tokens.issue(login, scope);
        return Answer.json(201, body(token, call)).with("X-Subject-Token", token.id());
    }

    private JsonNode body(IssuedToken token, Call call) {
        return TokenDocument.of(token, catalog, !call.query().names().contains("nocatalog"));
    }

    private Answer show(Call call) {
        IssuedToken token = subject(call, "identity:validate_token");
        return Answer.json(200, body(token, call)).with("X-Subject-Token", token.id());
    }

    private Answer revoke(Call call) {
        tokens.revoke(subject(call, "identity:revoke_token"));
        return Answer.empty(204);
    }

    private IssuedToken subject(Call call, String rule) {
        caller(call);
        String id = call.header("X-Subject-Token")
                .orElseThrow(() ->
                        Rejection.forbidden("You are not authorized to perform the requested action: " + rule + "."));
        return tokens.valid(id).orElseThrow(() -> tokens.unknown(id));
    }

    private IssuedToken caller(Call call) {
        return call.header("X-Auth-Token").flatMap(tokens::valid).orElseThrow(AuthenticationRefusal::generic);
    }

    private Answer projects(Call call) {
        IssuedToken token = caller(call);
        Stream<Project> own = token.credential()
                .map(credential -> identities.project(credential.project()).stream())
                .orElseGet(() -> identities.projects().stream()
                        .filter(project -> token.user().roles().containsKey(project.id())));
        return Answer.json(
                200,
                JsonTree.object(
                        "projects",
                        own.map(this::project).toList(),
                        "links",
                        JsonTree.object(
                                "next", Optional.empty(), "self", base + call.path(), "previous", Optional.empty())));
    }

    private JsonNode project(Project project) {
        return new Fields()
                .put("id", project.id())
                .put("name", project.name())
                .put("domain_id", Identities.DOMAIN)
                .put("description", "")
                .put("enabled", true)
                .put("parent_id", Identities.DOMAIN)
                .put("is_domain", false)
                .put("tags", List.of())
                .put("options", JsonTree.object())
                .put("links", JsonTree.object("self", base + "/v3/projects/" + project.id()))
                .object();
    }

    private Answer catalog(Call call) {
        IssuedToken.Scope scope = caller(call).scope();
        if (scope instanceof IssuedToken.Unscoped) {
            throw Rejection.forbidden("You are not authorized to perform the requested action.");
        }
        return Answer.json(
                200,
                JsonTree.object(
                        "catalog",
                        catalog.document(scope),
                        "links",
                        JsonTree.object("self", base + "/v3/auth/catalog")));
    }

    private Answer unrouted(Call call) {
        Optional<String> allowed = router.allowed(call);
        if (allowed.isPresent()) {
            return Answer.json(405, JsonTree.object("message", "The method is not allowed for the requested URL."))
                    .with("Allow", allowed.get());
        }
        // Werkzeug's page, which is in HTML 5 since its 2.1.
        String kind = release.since(Release.ZED)
                ? "<!doctype html>\n<html lang=en>"
                : "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2 Final//EN\">";
        return Answer.html(404, kind + """

                <title>404 Not Found</title>
                <h1>Not Found</h1>
                <p>The requested URL was not found on the server. If you entered the URL manually please check \
                your spelling and try again.</p>
                """);
    }
}
