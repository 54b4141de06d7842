package io.github.openstackmaven.simulator.keystone;

import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Parameters;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Route;
import io.github.openstackmaven.simulator.web.Router;
import io.github.openstackmaven.simulator.web.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A small OpenID provider, whose access tokens Keystone's federation takes: the grants
 * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">client_credentials</a> and
 * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.3">password</a>.
 */
final class OidcService implements Service {
    private static final String CLIENT = "ci-client:ci-secret";
    private final String base;
    private final Tokens tokens;
    private final Federation federation;
    private final Router router = new Router(List.of(
            Route.get("/.well-known/openid-configuration", call -> configuration()),
            Route.post("/token", this::token)));

    OidcService(String base, Tokens tokens, Federation federation) {
        this.base = base + prefix();
        this.tokens = tokens;
        this.federation = federation;
    }

    @Override
    public String prefix() {
        return "/oidc";
    }

    @Override
    public Answer answer(Call call) {
        try {
            return router.answer(call).orElseGet(() -> error(404, "not_found"));
        } catch (Rejection e) {
            return error(e.status(), e.getMessage());
        }
    }

    private Answer configuration() {
        return Answer.json(
                200,
                new Fields()
                        .put("issuer", base)
                        .put("token_endpoint", base + "/token")
                        .put("grant_types_supported", List.of("client_credentials", "password"))
                        .put(
                                "token_endpoint_auth_methods_supported",
                                List.of("client_secret_basic", "client_secret_post"))
                        .object());
    }

    private Answer token(Call call) {
        Parameters form = Parameters.of(call.body());
        if (!client(call, form).equals(CLIENT)) throw new Rejection(401, "invalid_client");
        switch (form.first("grant_type").orElse("")) {
            case "client_credentials" -> {}
            case "password" -> checkPassword(form);
            default -> throw new Rejection(400, "unsupported_grant_type");
        }
        String accessToken = tokens.random(32);
        federation.accept(accessToken);
        return Answer.json(
                200, JsonTree.object("access_token", accessToken, "token_type", "Bearer", "expires_in", 300));
    }

    private static String client(Call call, Parameters form) {
        Optional<String> basic = call.header("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> header.substring("Basic ".length()))
                .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        return basic.orElseGet(() -> form.first("client_id").orElse("") + ":"
                + form.first("client_secret").orElse(""));
    }

    private static void checkPassword(Parameters form) {
        boolean right = form.first("username").filter("demo"::equals).isPresent()
                && form.first("password")
                        .filter(IdentityContents.PASSWORD::equals)
                        .isPresent();
        if (!right) throw new Rejection(400, "invalid_grant");
    }

    private static Answer error(int status, String what) {
        return Answer.json(status, JsonTree.object("error", what));
    }
}
