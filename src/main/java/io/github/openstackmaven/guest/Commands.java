package io.github.openstackmaven.guest;

import io.github.openstackmaven.simulator.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The commands a guest has; none starts anything, and none gets at more than the guest's own files. */
final class Commands {
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final String SIMPLE =
            ": true false exit export set cd pwd echo test [ uname id whoami hostname cloud-init systemctl sudo sh command";
    private static final Set<String> NAMES = Set.of(SIMPLE.split(" "));

    private final Machine machine;
    private final GuestFolder folder;
    private final Shell shell;
    private final Redirections io;

    Commands(Machine machine, GuestFolder folder, Shell shell, Redirections io) {
        this.machine = machine;
        this.folder = folder;
        this.shell = shell;
        this.io = io;
    }

    /** Does what is asked and returns its exit code. */
    int run(List<String> words) {
        String name = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        try {
            return name.contains("/") ? script(words) : run(name, arguments);
        } catch (IOException e) {
            return io.fail(name + ": " + words(e, folder), 1);
        }
    }

    private int run(String name, List<String> arguments) throws IOException {
        return switch (name) {
            case ":", "true" -> 0;
            case "false" -> 1;
            case "exit" ->
                throw new Shell.Exit(arguments.isEmpty() ? shell.last() : Condition.number(arguments.get(0)));
            case "export" -> each(arguments, shell::assign);
            case "set" -> set(arguments);
            case "cd" -> cd(arguments.isEmpty() ? "/" : arguments.get(0));
            case "test" -> new Condition(shell).code(arguments);
            case "[" -> new Condition(shell).code(arguments.subList(0, Math.max(0, arguments.size() - 1)));
            case "sudo" -> arguments.isEmpty() ? 1 : run(arguments);
            case "sh" -> sh(arguments);
            case "command" -> command(arguments);
            default ->
                FileCommands.NAMES.contains(name)
                        ? new FileCommands(shell, io).run(name, arguments)
                        : tells(name, arguments);
        };
    }

    private int tells(String name, List<String> arguments) throws IOException {
        return switch (name) {
            case "echo" -> echo(arguments);
            case "pwd" -> io.say(shell.current());
            case "uname" ->
                io.say(
                        arguments.contains("-a")
                                ? "Linux " + machine.name() + " 6.1.0 (lab) simulated x86_64 GNU/Linux"
                                : "Linux");
            case "id" ->
                io.say(
                        arguments.contains("-un")
                                ? machine.user()
                                : "uid=1000(" + machine.user() + ") gid=1000(" + machine.user() + ")");
            case "whoami" -> io.say(machine.user());
            case "hostname" -> io.say(machine.name());
            case "systemctl" -> systemctl(arguments);
            case "cloud-init" -> machine.cloudInit() ? cloudInit(arguments) : unknown(name);
            default -> unknown(name);
        };
    }

    private int unknown(String name) {
        return io.fail("sh: " + name + ": command not found (a simulated guest has only a few)", NOT_FOUND);
    }

    private int script(List<String> words) throws IOException {
        Path file = shell.file(words.get(0));
        if (!Files.isRegularFile(file)) return io.fail("sh: " + words.get(0) + ": not found", NOT_FOUND);
        String text = Files.readString(file);
        if (text.startsWith("#!") && !text.lines().findFirst().orElse("").matches("#!.*\\b(ba|da|a)?sh\\b.*")) {
            return io.fail("sh: " + words.get(0) + ": a simulated guest has no such interpreter", NOT_EXECUTABLE);
        }
        return shell.script(text, words, io);
    }

    private int sh(List<String> arguments) throws IOException {
        if (arguments.size() > 1 && arguments.get(0).matches("-\\w*c")) {
            return shell.script(arguments.get(1), List.of("sh"), io);
        }
        return arguments.isEmpty() ? 0 : script(arguments);
    }

    private int command(List<String> arguments) throws IOException {
        String name = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
        boolean there = (NAMES.contains(name) || FileCommands.NAMES.contains(name))
                && (machine.cloudInit() || !name.equals("cloud-init"));
        return there ? io.say(name) : 1;
    }

    private int set(List<String> arguments) {
        if (arguments.stream().anyMatch(one -> one.matches("-\\w*e\\w*"))) shell.strict(true);
        if (arguments.stream().anyMatch(one -> one.matches("[+]\\w*e\\w*"))) shell.strict(false);
        return 0;
    }

    private int cd(String name) throws IOException {
        if (!Files.isDirectory(shell.file(name))) throw new NoSuchFileException(name);
        shell.enter(name);
        return 0;
    }

    private int echo(List<String> arguments) throws IOException {
        boolean open = !arguments.isEmpty() && arguments.get(0).equals("-n");
        String text = String.join(" ", open ? arguments.subList(1, arguments.size()) : arguments);
        io.out().write((open ? text : text + "\n").getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private int systemctl(List<String> arguments) throws IOException {
        boolean asks = arguments.contains("is-active");
        if (asks && !arguments.contains("--quiet") && !arguments.contains("-q")) return io.say("active");
        if (asks) return 0;
        return arguments.contains("is-failed")
                ? 1
                : io.fail("systemctl: a simulated guest's knows is-active and is-failed", 1);
    }

    private int cloudInit(List<String> arguments) throws IOException {
        return arguments.contains("status")
                ? io.say("status: done")
                : io.fail("cloud-init: only status is simulated", 1);
    }

    private static int each(List<String> words, Consumer<String> work) {
        words.forEach(work);
        return 0;
    }

    /** What went wrong, in the guest's names. */
    static String words(IOException failure, GuestFolder folder) {
        String words =
                String.valueOf(failure.getMessage()).replace(folder.root().toString(), "");
        return failure instanceof NoSuchFileException ? words + ": No such file or directory" : words;
    }
}
