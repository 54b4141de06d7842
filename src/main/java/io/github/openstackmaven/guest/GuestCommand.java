package io.github.openstackmaven.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        try {
            Shell.Result result = shell.run(getCommand(), Map.of());
            result.out().writeTo(getOutputStream());
            getOutputStream().flush();
            result.err().writeTo(getErrorStream());
            getErrorStream().flush();
            onExit(result.code());
        } catch (IOException e) {
            onExit(1, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) { // else nobody is told that it has ended
            complain("sh: " + e + "\n");
            onExit(2);
        }
    }

    private void complain(String words) {
        try {
            getErrorStream().write(words.getBytes(StandardCharsets.UTF_8));
            getErrorStream().flush();
        } catch (IOException e) {
            // nobody listens any more
        }
    }
}
