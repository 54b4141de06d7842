package io.github.openstackmaven.guest;

import java.io.IOException;
import java.util.Map;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.server.command.AbstractCommandSupport;

/** A command as SSH brings it. */
final class GuestCommand extends AbstractCommandSupport {
    private final Shell shell;

    GuestCommand(String command, Shell shell, CloseableExecutorService executor) {
        super(command, executor);
        this.shell = shell;
    }

    @Override
    public void run() {
        Shell.Result result = shell.run(getCommand(), Map.of());
        try {
            result.out().writeTo(getOutputStream());
            getOutputStream().flush();
            result.err().writeTo(getErrorStream());
            getErrorStream().flush();
            onExit(result.code());
        } catch (IOException e) {
            onExit(1, e.getMessage());
        }
    }
}
