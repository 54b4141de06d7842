package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.exec.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code <step>} in {@code <steps>}: a command, or a block of one, or of a script with its arguments.
 *
 * <p>Example: {@code <step><script>src/it/start.sh</script><arguments>fast</arguments></step>}.
 *
 * @since 1.0.0
 */
public final class StepParameter {
    /**
     * A command for the user's shell, which may stand instead of the block; several lines are a script.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <step>uptime</step>}.
     *
     * @since 1.0.0
     */
    private @Nullable String command;

    /**
     * A script of this machine, relative to the project, which is brought to the server and run.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <script>src/it/start.sh</script>}.
     *
     * @since 1.0.0
     */
    private @Nullable String script;

    /**
     * The script's arguments.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <arguments>fast,quiet</arguments>}.
     *
     * @since 1.0.0
     */
    private List<String> arguments = List.of();

    /** The short form, as Maven sets it. */
    public void set(String text) {
        this.command = text;
    }

    public Step step(Path folder) {
        if ((command == null) == (script == null)) {
            throw new OpenStackException(
                    "A <step> with " + (command == null ? "neither <command> nor" : "both <command> and") + " <script>",
                    "It is a command, or a block with one of them.");
        }
        return command != null ? new Step.Command(command) : script(folder.resolve(script.strip()), arguments);
    }

    /** A script's file, which must be there. */
    public static Step script(Path file, List<String> arguments) {
        if (Files.isRegularFile(file)) return new Step.Script(file, CommandLine.clean(arguments));
        throw new OpenStackException("No script " + file, "The path of a <script> is relative to the project.");
    }
}
