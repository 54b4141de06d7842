package io.github.openstackmaven.exec;

import io.github.openstackmaven.OpenStackException;
import java.util.List;

/** A step ended with another exit code than 0. */
public final class ExecException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    private final String server;
    private final int exitCode;

    ExecException(String server, Step step, int exitCode, List<String> tail) {
        super(
                "'" + step.label() + "' on server '" + server + "' exited with " + exitCode,
                tail.isEmpty()
                        ? "It printed nothing."
                        : "Its last lines:" + System.lineSeparator() + String.join(System.lineSeparator(), tail));
        this.server = server;
        this.exitCode = exitCode;
    }

    /** The server's name. */
    public String server() {
        return server;
    }

    /** What the step ended with. */
    public int exitCode() {
        return exitCode;
    }
}
