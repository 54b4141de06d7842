package io.github.openstackmaven.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A guest's commands that read and write its files. */
record FileCommands(Shell shell, Redirections io) {
    static final Set<String> NAMES = Set.of("cat", "wc", "tr", "ls", "mkdir", "rm", "touch", "chmod");

    /** Does one of {@link #NAMES}. */
    int run(String name, List<String> arguments) throws IOException {
        List<String> files =
                arguments.stream().filter(one -> !one.startsWith("-")).toList();
        return switch (name) {
            case "cat" -> cat(files);
            case "wc" -> wc(arguments, files);
            case "tr" -> tr(arguments);
            case "ls" -> ls(files);
            case "mkdir" -> eachFile(files, Files::createDirectories);
            case "rm" -> eachFile(files, file -> rm(file, arguments));
            case "touch" -> eachFile(files, FileCommands::touch);
            default -> eachFile(files.subList(Math.min(1, files.size()), files.size()), FileCommands::chmod);
        };
    }

    private int cat(List<String> files) throws IOException {
        if (files.isEmpty()) io.out().write(io.in());
        return eachFile(files, file -> io.out().write(Files.readAllBytes(file)));
    }

    private int wc(List<String> arguments, List<String> files) throws IOException {
        byte[] bytes = files.isEmpty() ? io.in() : Files.readAllBytes(shell.file(files.get(0)));
        String text = new String(bytes, StandardCharsets.UTF_8);
        String lines = String.valueOf(text.chars().filter(one -> one == '\n').count());
        String words = String.valueOf(Stream.of(text.strip().split("\\s+"))
                .filter(one -> !one.isEmpty())
                .count());
        String size = String.valueOf(bytes.length);
        String count = arguments.contains("-l")
                ? lines
                : arguments.contains("-w")
                        ? words
                        : arguments.contains("-c") ? size : String.join(" ", lines, words, size);
        return io.say(files.isEmpty() ? count : count + " " + files.get(0));
    }

    // One letter for each, as a-z is not known.
    private int tr(List<String> arguments) throws IOException {
        if (arguments.size() != 2) return io.fail("tr: a simulated guest's has two arguments", 1);
        boolean deletes = arguments.get(0).equals("-d");
        String from = arguments.get(deletes ? 1 : 0).replace("\\n", "\n");
        String to = deletes ? "" : arguments.get(1).replace("\\n", "\n");
        StringBuilder text = new StringBuilder();
        for (char one : new String(io.in(), StandardCharsets.UTF_8).toCharArray()) {
            int index = from.indexOf(one);
            if (index < 0) text.append(one);
            else if (!to.isEmpty()) text.append(to.charAt(Math.min(index, to.length() - 1)));
        }
        io.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private int ls(List<String> files) throws IOException {
        Path where = shell.file(files.isEmpty() ? "." : files.get(0));
        if (!Files.isDirectory(where)) return Files.exists(where) ? io.say(files.get(0)) : missing(files.get(0));
        try (Stream<Path> names = Files.list(where)) {
            for (Path one : names.sorted().toList()) io.say(String.valueOf(one.getFileName()));
        }
        return 0;
    }

    private int missing(String name) throws IOException {
        throw new NoSuchFileException(name);
    }

    private static void rm(Path file, List<String> arguments) throws IOException {
        boolean folders = arguments.stream().anyMatch(one -> one.matches("-\\w*[rR]\\w*"));
        boolean quiet = arguments.stream().anyMatch(one -> one.matches("-\\w*f\\w*"));
        if (quiet && !Files.exists(file)) return;
        if (folders) GuestFolders.delete(file);
        else Files.delete(file);
    }

    private static void touch(Path file) throws IOException {
        if (!Files.exists(file)) Files.createFile(file);
    }

    // All are one user's, who runs what can be read.
    private static void chmod(Path file) throws IOException {
        if (!Files.exists(file)) throw new NoSuchFileException(file.toString());
    }

    private interface OnFile {
        void apply(Path file) throws IOException;
    }

    private int eachFile(List<String> names, OnFile work) throws IOException {
        for (String name : names) work.apply(shell.file(name));
        return 0;
    }
}
