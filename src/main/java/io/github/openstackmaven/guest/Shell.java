package io.github.openstackmaven.guest;

import io.github.openstackmaven.guest.ShellToken.Operator;
import io.github.openstackmaven.guest.ShellToken.Word;
import io.github.openstackmaven.simulator.Machine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A guest's shell: joins, pipes and redirects what {@link Commands} can do. It starts no process, and knows no loops and
 * conditions: a script that has some does nothing at all.
 */
final class Shell {
    private static final int SYNTAX = 2;
    private static final int DEEPEST = 20;
    private static final Set<String> RESERVED =
            Set.of("if", "for", "while", "until", "case", "function", "then", "do", "done", "fi", "esac");
    private static final Set<String> JOINS = Set.of(";", "\n", "&&", "||");

    private final Machine machine;
    private final GuestFolder folder;
    private final int depth;
    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private List<String> arguments = List.of("sh");
    private String current = "/";
    private int last;
    private int substituted;
    private boolean strict;

    Shell(Machine machine, GuestFolder folder) {
        this(machine, folder, 0);
    }

    private Shell(Machine machine, GuestFolder folder, int depth) {
        this.machine = machine;
        this.folder = folder;
        this.depth = depth;
        variables.put("HOME", "/");
        variables.put("USER", machine.user());
    }

    /** What came of a script. */
    record Result(int code, ByteArrayOutputStream out, ByteArrayOutputStream err) {}

    /** The script is to end with that code. */
    static final class Exit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;

        Exit(int code) {
            super("exit " + code, null, false, false);
            this.code = code;
        }
    }

    /** Runs a script. */
    Result run(String script, Map<String, String> environment) {
        variables.putAll(environment);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = CloudInit.isAskedFor(script) ? new CloudInit(machine).answer(out) : all(script, out);
        return new Result(code, out, err);
    }

    private int all(String script, ByteArrayOutputStream out) {
        try {
            if (depth > DEEPEST) throw new ShellSyntaxException("so many scripts in scripts");
            list(checked(ShellLexer.tokens(script)), out);
            return last;
        } catch (ShellSyntaxException e) {
            complain("sh: a simulated guest's shell does not know: " + e.getMessage());
            return SYNTAX;
        } catch (Exit e) {
            return e.code;
        }
    }

    // Before anything is done by halves.
    private static List<ShellToken> checked(List<ShellToken> tokens) {
        boolean first = true;
        for (ShellToken token : tokens) {
            if (token instanceof Word word) {
                word.parts().stream()
                        .filter(part -> part.kind() == ShellToken.Kind.COMMAND)
                        .forEach(part -> checked(ShellLexer.tokens(part.text())));
            }
            if (first && token instanceof Word word) {
                RESERVED.stream().filter(word::is).findFirst().ifPresent(name -> {
                    throw new ShellSyntaxException(name);
                });
            }
            first = token instanceof Operator operator && !operator.isRedirection();
        }
        return tokens;
    }

    private void list(List<ShellToken> tokens, ByteArrayOutputStream out) {
        String join = ";";
        List<ShellToken> pipeline = new ArrayList<>();
        for (ShellToken token : tokens) {
            if (isLineEnd(token) && isPipe(pipeline)) continue;
            if (token instanceof Operator operator && JOINS.contains(operator.text())) {
                pipeline(join, pipeline, operator.text(), out);
                join = pipeline.isEmpty() && operator.text().equals("\n") ? join : operator.text();
                pipeline = new ArrayList<>();
            } else {
                pipeline.add(token);
            }
        }
        pipeline(join, pipeline, ";", out);
    }

    private static boolean isLineEnd(ShellToken token) {
        return token instanceof Operator operator && operator.text().equals("\n");
    }

    private static boolean isPipe(List<ShellToken> begun) {
        return !begun.isEmpty()
                && begun.get(begun.size() - 1) instanceof Operator last
                && last.text().equals("|");
    }

    private void pipeline(String before, List<ShellToken> tokens, String after, ByteArrayOutputStream out) {
        boolean skipped = (before.equals("&&") && last != 0) || (before.equals("||") && last == 0);
        if (tokens.isEmpty() || skipped) return;
        boolean negated = tokens.get(0) instanceof Word word && word.is("!");
        int code = piped(negated ? tokens.subList(1, tokens.size()) : tokens, out);
        last = !negated ? code : code == 0 ? 1 : 0;
        boolean tested = negated || after.equals("&&") || after.equals("||");
        if (strict && last != 0 && !tested) throw new Exit(last);
    }

    private int piped(List<ShellToken> tokens, ByteArrayOutputStream out) {
        byte[] in = new byte[0];
        List<ShellToken> command = new ArrayList<>();
        for (ShellToken token : tokens) {
            if (token.equals(new Operator("|"))) {
                ByteArrayOutputStream pipe = new ByteArrayOutputStream();
                command(command, in, pipe);
                in = pipe.toByteArray();
                command = new ArrayList<>();
            } else {
                command.add(token);
            }
        }
        return command(command, in, out);
    }

    private int command(List<ShellToken> tokens, byte[] in, ByteArrayOutputStream out) {
        List<String> words = new ArrayList<>();
        Redirections redirections = new Redirections(in, out, err);
        substituted = 0;
        try {
            for (int index = 0; index < tokens.size(); index++) {
                if (tokens.get(index) instanceof Word word) {
                    words.addAll(expanded(word));
                } else if (tokens.get(index) instanceof Operator operator) {
                    boolean named = !operator.text().contains("&");
                    redirections.add(operator.text(), named ? file(target(tokens, index)) : folder.root());
                    if (named) index++;
                }
            }
            int code = simple(words, redirections);
            redirections.end();
            return code;
        } catch (IOException e) {
            complain("sh: " + Commands.words(e, folder));
            return 1;
        }
    }

    private String target(List<ShellToken> tokens, int index) {
        if (index + 1 < tokens.size() && tokens.get(index + 1) instanceof Word word) {
            return String.join(" ", expanded(word));
        }
        throw new ShellSyntaxException("a redirection to nothing");
    }

    private int simple(List<String> words, Redirections redirections) throws IOException {
        int first = 0;
        while (first < words.size() && words.get(first).matches("(?s)[A-Za-z_]\\w*=.*")) assign(words.get(first++));
        if (first == words.size()) return substituted;
        return new Commands(machine, folder, this, redirections).run(words.subList(first, words.size()));
    }

    /** Sets {@code NAME=value}. */
    void assign(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals > 0) variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    /** Runs a script that is the guest's, with its name and arguments, in a shell of its own. */
    int script(String text, List<String> words, Redirections redirections) throws IOException {
        Result result = inner(words).run(text, variables);
        result.out().writeTo(redirections.out());
        result.err().writeTo(redirections.err());
        return result.code();
    }

    // What it changes of itself ends with it.
    private Shell inner(List<String> words) {
        Shell inner = new Shell(machine, folder, depth + 1);
        inner.current = current;
        inner.arguments = List.copyOf(words);
        return inner;
    }

    void strict(boolean now) {
        strict = now;
    }

    int last() {
        return last;
    }

    String current() {
        return current;
    }

    void enter(String name) {
        current = folder.absolute(current, name);
    }

    Path file(String name) throws IOException {
        return folder.file(current, name);
    }

    private List<String> expanded(Word word) {
        String text = word.parts().stream().map(this::expanded).collect(Collectors.joining());
        boolean plain = word.parts().stream().allMatch(part -> part.kind() == ShellToken.Kind.TEXT);
        if (plain || word.quoted()) return List.of(text);
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private String expanded(ShellToken.Part part) {
        return switch (part.kind()) {
            case TEXT -> part.text();
            case VARIABLE -> variable(part.text());
            case COMMAND -> output(part.text());
        };
    }

    private String variable(String name) {
        if (name.equals("?")) return String.valueOf(last);
        if (name.equals("#")) return String.valueOf(arguments.size() - 1);
        if (name.equals("@") || name.equals("*")) return String.join(" ", arguments.subList(1, arguments.size()));
        if (!name.matches("\\d+")) return variables.getOrDefault(name, "");
        int number = Integer.parseInt(name);
        return number < arguments.size() ? arguments.get(number) : "";
    }

    private String output(String script) {
        Shell inner = inner(arguments);
        inner.last = last;
        inner.strict = strict;
        Result result = inner.run(script, variables);
        err.writeBytes(result.err().toByteArray());
        substituted = result.code();
        return result.out().toString(StandardCharsets.UTF_8).replaceFirst("\n+$", "");
    }

    private void complain(String words) {
        err.writeBytes((words + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
