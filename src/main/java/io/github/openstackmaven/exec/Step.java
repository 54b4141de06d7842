package io.github.openstackmaven.exec;

import io.github.openstackmaven.ssh.ShellCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Something to run on a server. */
public sealed interface Step {

    /** How it is called in messages. */
    String label();

    /** What comes of it, by which of the two it is. */
    <T> T match(Function<Command, T> command, Function<Script, T> script);

    /** A command for the user's shell; several lines are a script. */
    record Command(String text) implements Step {
        @Override
        public String label() {
            return ShellCommand.of(text).label();
        }

        @Override
        public <T> T match(Function<Command, T> command, Function<Script, T> script) {
            return command.apply(this);
        }
    }

    /** A script of this machine; it is brought there, run and removed. Without a {@code #!} line the shell reads it. */
    record Script(Path file, List<String> arguments) implements Step {
        public Script {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String label() {
            return file.toString();
        }

        @Override
        public <T> T match(Function<Command, T> command, Function<Script, T> script) {
            return script.apply(this);
        }
    }
}
