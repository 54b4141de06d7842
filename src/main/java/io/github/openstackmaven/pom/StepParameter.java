package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.exec.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <step>}: a command, or a block with a {@code <script>} of this machine and its {@code <arguments>}. */
public final class StepParameter {
    private @Nullable String command;
    private @Nullable String script;
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
