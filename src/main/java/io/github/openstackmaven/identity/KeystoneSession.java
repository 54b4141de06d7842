package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.http.Patience;
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
    private Optional<LoginRefusedException> refusal = Optional.empty();

    private KeystoneSession(Login login, Token first, Time time) {
        this.login = login;
        this.time = time;
        this.first = first;
        take(first);
    }

    /**
     * Logs in.
     *
     * @throws OpenStackException when Keystone can't be reached, is no Keystone, or refuses
     */
    public static KeystoneSession login(CloudConfig config, Transport transport, Time time) {
        return login(config, transport, time, Patience.standard());
    }

    /** The same for who waits so long. */
    public static KeystoneSession login(CloudConfig config, Transport transport, Time time, Patience patience) {
        Login login = Login.of(config, patient(config, transport, time), time);
        return new KeystoneSession(login, login.token(patience), time);
    }

    /**
     * Goes on with the token of an earlier login; empty when it is of no more use, or there is no Keystone to ask.
     *
     * @throws OpenStackException when Keystone can't be reached, or has a problem
     */
    public static Optional<KeystoneSession> resume(
            CloudConfig config, Secret token, Transport transport, Time time, Patience patience) {
        if (config.authUrl().isEmpty()) return Optional.empty();
        Transport patient = patient(config, transport, time);
        return new Keystone(config, patient, time)
                .known(token, patience)
                .map(known -> new KeystoneSession(Login.of(config, patient, time), known, time));
    }

    /** Who logged in, to which project, with which services. */
    public Token login() {
        return first;
    }

    /** The token as it is, without a look at whether it is still good. */
    public synchronized Optional<Secret> current() {
        return current.id();
    }

    @Override
    public Optional<Secret> token() {
        return token(Patience.standard());
    }

    @Override
    public Optional<Secret> renew(Optional<Secret> rejected) {
        return renew(rejected, Patience.standard());
    }

    /** The same for who waits so long. */
    public TokenSource with(Patience patience) {
        return new TokenSource() {
            @Override
            public Optional<Secret> token() {
                return KeystoneSession.this.token(patience);
            }

            @Override
            public Optional<Secret> renew(Optional<Secret> rejected) {
                return KeystoneSession.this.renew(rejected, patience);
            }
        };
    }

    private synchronized Optional<Secret> token(Patience patience) {
        if (!time.now().isBefore(renewAt)) renewInTime(patience);
        return current.id();
    }

    private synchronized Optional<Secret> renew(Optional<Secret> rejected, Patience patience) {
        if (current.id().equals(rejected)) take(fresh(patience));
        return current.id();
    }

    // While the token still lives, a Keystone that is away for a moment stops nobody.
    private void renewInTime(Patience patience) {
        boolean living = time.now().isBefore(current.expiresAt());
        try {
            take(fresh(living ? patience.once() : patience));
        } catch (OpenStackException e) {
            if (!living) throw e;
            renewAt = time.now().plus(PAUSE);
        }
    }

    private Token fresh(Patience patience) {
        if (refusal.isPresent()) throw refusal.get();
        try {
            return login.token(patience);
        } catch (LoginRefusedException e) {
            refusal = Optional.of(e);
            throw e;
        }
    }

    private static Transport patient(CloudConfig config, Transport transport, Time time) {
        return RetryingTransport.over(
                transport, ServiceType.IDENTITY.retries(config.service(ServiceType.IDENTITY.officialName())), time);
    }

    private void take(Token token) {
        current = token;
        renewAt = token.renewAt();
    }
}
