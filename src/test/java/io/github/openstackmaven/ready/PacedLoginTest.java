package io.github.openstackmaven.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openstackmaven.SteppedTime;
import io.github.openstackmaven.ssh.HostKeys;
import io.github.openstackmaven.ssh.KnownHosts;
import io.github.openstackmaven.ssh.SshConnection;
import io.github.openstackmaven.ssh.SshException;
import io.github.openstackmaven.ssh.SshTarget;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacedLoginTest {
    private final SteppedTime time = new SteppedTime();
    private final Places places = new Places(1, time);
    private final PenalisingSshd web = new PenalisingSshd(time, new FakeSsh());
    private final PenalisingSshd db = new PenalisingSshd(time, new FakeSsh());

    @BeforeEach
    void letNobodyIn() {
        web.letsInFrom(SteppedTime.START.plusSeconds(1));
        db.letsInFrom(SteppedTime.START.plusSeconds(1));
    }

    @Test
    void a_connection_whose_key_was_refused_stays_where_there_is_a_place_for_it() {
        try (PacedLogin first = login(web);
                PacedLogin second = login(db)) {
            refuse(first);
            refuse(second);

            assertThat(web.open()).isEqualTo(1);
            assertThat(db.open()).isZero();
        }
        assertThat(web.open()).isZero();
    }

    @Test
    void one_that_lets_in_or_is_closed_leaves_its_place_to_another() {
        try (PacedLogin first = login(web);
                PacedLogin second = login(db)) {
            refuse(first);
            time.sleep(Duration.ofSeconds(1));
            try (SshConnection connection = enter(first)) {
                assertThat(connection.hostKey()).isEqualTo(FakeSsh.KEY);
            }
            assertThat(web.connections()).isEqualTo(1);

            db.letsInFrom(SteppedTime.START.plusSeconds(2));
            refuse(second);
            assertThat(db.open()).isEqualTo(1);
        }
        assertThat(places.taken()).isTrue();
    }

    private PacedLogin login(PenalisingSshd sshd) {
        return new PacedLogin(sshd, new SshTarget("192.0.2.7", 22, "debian", Path.of("key")), places, time);
    }

    private static SshConnection enter(PacedLogin login) {
        return login.enter(HostKeys.of(KnownHosts.none()), Duration.ofSeconds(10));
    }

    private static void refuse(PacedLogin login) {
        assertThat(catchThrowableOfType(SshException.class, () -> enter(login).close())
                        .reason())
                .isEqualTo(SshException.Reason.AUTH_REFUSED);
    }
}
