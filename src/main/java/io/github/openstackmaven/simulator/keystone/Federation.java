package io.github.openstackmaven.simulator.keystone;

import io.github.openstackmaven.simulator.web.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Logins proved elsewhere:
 * <a href="https://docs.openstack.org/api-ref/identity/v3-ext/#request-an-unscoped-os-federation-token">OS-FEDERATION</a>.
 */
final class Federation {
    static final String PROVIDER = "ci";
    static final String PROTOCOL = "openid";
    static final String USER = "ci-runner";
    private final Identities.User user;
    private final Set<String> accessTokens = new HashSet<>(Set.of("simulated-access-token"));

    /** Whoever comes with a good access token is that user. */
    Federation(Identities.User user) {
        this.user = user;
    }

    void accept(String accessToken) {
        accessTokens.add(accessToken);
    }

    Tokens.Login login(Call call) {
        boolean known =
                call.part("idp").equals(PROVIDER) && call.part("protocol").equals(PROTOCOL);
        String bearer = call.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> header.substring("Bearer ".length()))
                .orElse("");
        if (!known || !accessTokens.contains(bearer)) throw AuthenticationRefusal.generic();
        return new Tokens.Login(user, List.of(PROTOCOL), Optional.empty(), Optional.empty(), Optional.empty(), true);
    }
}
