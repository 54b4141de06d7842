package io.github.openstackmaven.ready;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshLogin;
import io.github.openstackmaven.ssh.SshTarget;
import java.time.Duration;
import java.util.Optional;

/** Logs in to one server, at a pace that sshd forgives: a connection whose key was refused stays, and is asked again. */
final class PacedLogin implements AutoCloseable {
    private final Ssh ssh;
    private final SshTarget target;
    private final Places places;
    private final Time time;
    private final LoginPace pace = new LoginPace();
    private Optional<SshLogin> kept = Optional.empty();

    /** @param places of connections that stay; where none is free, they end */
    PacedLogin(Ssh ssh, SshTarget target, Places places, Time time) {
        this.ssh = ssh;
        this.target = target;
        this.places = places;
        this.time = time;
    }

    /** Whether it is time to ask again. */
    boolean isDue() {
        if (kept.filter(login -> !login.isOpen()).isPresent()) close();
        return pace.allows(time.now());
    }

    /**
     * Asks to be let in.
     *
     * @throws SshException when the user is not
     */
    SshConnection enter(HostKeys hostKeys, Duration timeout) {
        SshLogin login = kept.orElseGet(() -> ssh.begin(target, hostKeys, timeout));
        try {
            SshConnection connection = login.enter(timeout);
            forget();
            pace.entered();
            return connection;
        } catch (SshException e) {
            if (e.reason() != SshException.Reason.AUTH_REFUSED || !stays(login)) end(login, e.reason());
            throw e;
        }
    }

    private boolean stays(SshLogin login) {
        boolean bears = pace.refused(time.now()) && login.isOpen();
        if (bears && kept.isEmpty() && places.taken()) kept = Optional.of(login);
        return bears && kept.isPresent();
    }

    // One that hangs up or falls silent has not heard whose login it is to be.
    private void end(SshLogin login, SshException.Reason reason) {
        boolean heard = reason == SshException.Reason.AUTH_REFUSED || reason == SshException.Reason.LOST;
        if (heard) pace.ended(time.now());
        login.close();
        forget();
    }

    private void forget() {
        kept.ifPresent(login -> places.giveBack());
        kept = Optional.empty();
    }

    @Override
    public void close() {
        kept.ifPresent(login -> end(login, SshException.Reason.AUTH_REFUSED));
    }
}
