package io.github.openstackmaven.guest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where a command reads from and writes to. */
final class Redirections {
    private static final Path NULL = Path.of("dev", "null");

    private byte[] in;
    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;
    private final Map<Path, ByteArrayOutputStream> files = new HashMap<>();
    private final Set<Path> appended = new HashSet<>();

    Redirections(byte[] in, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    void add(String operator, Path file) throws IOException {
        switch (operator) {
            case "<" -> in = Files.readAllBytes(file);
            case ">", ">>" -> out = to(file, operator);
            case "2>", "2>>" -> err = to(file, operator);
            case "2>&1" -> err = out;
            default -> out = err;
        }
    }

    private ByteArrayOutputStream to(Path file, String operator) {
        if (operator.endsWith(">>")) appended.add(file);
        return files.computeIfAbsent(file, absent -> new ByteArrayOutputStream());
    }

    /** What went to files is in them now. */
    void end() throws IOException {
        for (Map.Entry<Path, ByteArrayOutputStream> one : files.entrySet()) {
            if (one.getKey().endsWith(NULL)) continue;
            if (appended.contains(one.getKey())) {
                Files.write(
                        one.getKey(),
                        one.getValue().toByteArray(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } else {
                Files.write(one.getKey(), one.getValue().toByteArray());
            }
        }
    }

    byte[] in() {
        return in;
    }

    ByteArrayOutputStream out() {
        return out;
    }

    ByteArrayOutputStream err() {
        return err;
    }

    /** Prints a line; the command has succeeded. */
    int say(String line) {
        out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    /** Prints what went wrong. */
    int fail(String words, int code) {
        err.writeBytes((words + "\n").getBytes(StandardCharsets.UTF_8));
        return code;
    }
}
