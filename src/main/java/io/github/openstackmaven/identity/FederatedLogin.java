package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.Credential;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.PathSegment;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A login with an identity provider's token: Keystone changes it for an unscoped one of its own
 * (<a href="https://docs.openstack.org/api-ref/identity/v3-ext/#request-an-unscoped-os-federation-token">OS-FEDERATION</a>),
 * and that for a scoped one.
 */
record FederatedLogin(Credential.Federated credential, Keystone keystone, Transport transport) implements Login {

    @Override
    public Token token(Patience patience) {
        Secret accessToken = new IdentityProvider(request -> transport.send(request.with(patience)))
                .accessToken(credential.accessToken());
        Request request = new Request(
                        "POST",
                        URI.create(keystone.root() + "/OS-FEDERATION/identity_providers/"
                                + PathSegment.of(credential.identityProvider()) + "/protocols/"
                                + PathSegment.of(credential.protocol())
                                + "/auth"),
                        Map.of("Authorization", "Bearer " + accessToken.reveal()),
                        Optional.empty())
                .forToken()
                .with(patience);
        Response response = transport.send(request);
        Optional<String> unscoped = response.headers().firstValue("X-Subject-Token");
        if (response.successful() && unscoped.isPresent()) {
            return keystone.token(List.of(new Credential.Token(Secret.of(unscoped.get()))), patience);
        }
        if (response.successful()) throw new NotKeystoneException(keystone.root(), response);
        HttpStatusException refusal = new HttpStatusException("identity", request, response);
        if (refusal.mayPass()) throw refusal;
        throw new OpenStackException(
                "Keystone refused the token of identity provider " + credential.identityProvider() + " (protocol "
                        + credential.protocol() + "). " + refusal.getMessage(),
                "The token may have expired, be for another audience, or match no mapping of the provider in Keystone.");
    }
}
