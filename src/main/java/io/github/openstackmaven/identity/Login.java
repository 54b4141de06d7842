package io.github.openstackmaven.identity;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Credential;
import io.github.openstackmaven.http.Patience;
import io.github.openstackmaven.http.Transport;
import java.util.Optional;

/** A way to a token, gone again each time a token is needed. */
interface Login {

    /**
     * A fresh token.
     *
     * @param patience with Keystone
     * @throws io.github.openstackmaven.OpenStackException when it is refused, or Keystone can't be reached
     */
    Token token(Patience patience);

    /** The way that a cloud's credential takes. */
    static Login of(CloudConfig config, Transport transport, Time time) {
        Credential credential = config.credential();
        if (credential instanceof Credential.AdminToken fixed) {
            return patience -> Token.withoutKeystone(Optional.of(fixed.token()));
        }
        if (credential instanceof Credential.None) return patience -> Token.withoutKeystone(Optional.empty());
        Keystone keystone = new Keystone(config, transport, time);
        if (credential instanceof Credential.Federated federated) {
            return new FederatedLogin(federated, keystone, transport);
        }
        return patience -> keystone.token(credential.methods(), patience);
    }
}
