package io.github.openstackmaven.session;

import io.github.openstackmaven.output.Terminal;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** What a Maven session prints to. */
public final class SessionTerminal {
    private static final int CONSOLE_WITHOUT_TERMINAL = 22;

    private SessionTerminal() {}

    /** The terminal, or what is none. */
    public static Terminal of(MavenSession session, Log log, boolean traced) {
        Optional<MavenExecutionRequest> request = Optional.ofNullable(session.getRequest());
        return new Terminal(
                attached(),
                request.map(MavenExecutionRequest::isInteractiveMode).orElse(false),
                !log.isInfoEnabled(),
                log.isDebugEnabled() || traced,
                request.map(MavenExecutionRequest::getDegreeOfConcurrency).orElse(1),
                Stream.of("maven.style.color", "style.color")
                        .flatMap(name ->
                                Stream.ofNullable(session.getUserProperties().getProperty(name)))
                        .findFirst(),
                SessionEnvironment.of(session));
    }

    /**
     * Prints a line that is read by who runs Maven. It goes to the process's own output: Maven 4 puts a prefix before what is
     * printed to {@code System.out}, and with {@code -l} that is a file.
     */
    public static void command(String line) {
        System.out.flush();
        try {
            // Not closed: all others print there too.
            new FileOutputStream(FileDescriptor.out).write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What who runs Maven types, a line each. */
    public static BufferedReader input() {
        return new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), charset("stdin.encoding")));
    }

    /** Shows text at once and as it is; as {@link #command}. */
    public static void show(String text) {
        output().print(text);
    }

    /** What shows a question to who runs Maven; as {@link #command}. */
    public static PrintStream output() {
        System.out.flush();
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset("stdout.encoding"));
    }

    /** What another program may read; as {@link #command} where that is not what {@code System.out} prints to. */
    public static PrintStream programs(MavenSession session) {
        return session.getSystemProperties().getProperty("maven.version", "").startsWith("4.") ? output() : System.out;
    }

    // Which of the two properties there is depends on the JDK.
    private static Charset charset(String property) {
        return Charset.forName(System.getProperty(property, System.getProperty("native.encoding", "UTF-8")));
    }

    // From JDK 22 on there is a console where output is redirected, too.
    @SuppressWarnings("SystemConsoleNull") // that is what the second condition is for
    private static boolean attached() {
        return System.console() != null
                && !isLogFile(System.out, System.err)
                && (Runtime.version().feature() < CONSOLE_WITHOUT_TERMINAL || outputIsTerminal());
    }

    // With -l Maven 3 has one stream for both. Of Maven 4 nobody learns it: there the file lacks what the terminal
    // shows.
    static boolean isLogFile(PrintStream out, PrintStream err) {
        return out == err;
    }

    private static boolean outputIsTerminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).startsWith("/dev/pts");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
