package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.RetryingTransport;
import io.github.openstackmaven.http.TokenSource;
import io.github.openstackmaven.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A login that lasts: holds the token, and takes a new one in time or when it was rejected. */
public final class KeystoneSession implements TokenSource {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Login login;
    private final Time time;
    private final Token first;
    private Token current;
    private Instant renewAt;

    private KeystoneSession(Login login, Time time) {
        this.login = login;
        this.time = time;
        this.first = login.token();
        take(first);
    }

    /**
     * Logs in.
     *
     * @throws OpenStackException when Keystone can't be reached, is no Keystone, or refuses
     */
    public static KeystoneSession login(CloudConfig config, Transport transport, Time time) {
        Transport patient = new RetryingTransport(
                transport, ServiceType.IDENTITY.retries(config.service(ServiceType.IDENTITY.officialName())), time);
        return new KeystoneSession(Login.of(config, patient, time), time);
    }

    /** Who logged in, to which project, with which services. */
    public Token login() {
        return first;
    }

    @Override
    public synchronized Optional<Secret> token() {
        if (!time.now().isBefore(renewAt)) renewInTime();
        return current.id();
    }

    @Override
    public synchronized Optional<Secret> renew(Optional<Secret> rejected) {
        if (current.id().equals(rejected)) take(login.token());
        return current.id();
    }

    // While the token still lives, a Keystone that is away for a moment stops nobody.
    private void renewInTime() {
        try {
            take(login.token());
        } catch (OpenStackException e) {
            if (!time.now().isBefore(current.expiresAt())) throw e;
            renewAt = time.now().plus(PAUSE);
        }
    }

    private void take(Token token) {
        current = token;
        renewAt = token.renewAt();
    }
}
