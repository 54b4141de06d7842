package io.github.openstackmaven.ssh;

import java.time.Duration;
import java.util.function.Supplier;

/** Lets in who asks. */
public record OpenDoor(Supplier<SshConnection> connection) implements SshLogin {
    @Override
    public SshConnection enter(Duration timeout) {
        return connection.get();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
