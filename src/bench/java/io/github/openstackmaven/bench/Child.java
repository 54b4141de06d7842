package io.github.openstackmaven.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process that is watched: a shell runs the command and says at its end what that took of the processor, processes of its
 * own included; the largest memory of one process is what Linux remembers as its peak, looked at now and then.
 */
final class Child implements AutoCloseable {
    private static final String TIMED = "\"$@\"; code=$?; times; exit $code";
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String CLOUDS = "OS_CLIENT_CONFIG_FILE";

    private final long start;
    private final Process process;
    private final AtomicLong peak = new AtomicLong();

    private Child(long start, Process process) {
        this.start = start;
        this.process = process;
    }

    /** A line of output, and when it came. */
    record Line(double seconds, String text) {}

    /**
     * What came of a command.
     *
     * @param seconds from its start to its end
     * @param cpu seconds in user mode, processes of its own included
     * @param memory MiB of the largest process at its largest; 0 where the machine doesn't tell
     */
    record Result(int exitCode, double seconds, double cpu, double memory, List<Line> output) {

        String log() {
            return String.join("\n", output.stream().map(Line::text).toList()) + "\n";
        }

        /** What it says went wrong. */
        String error() {
            return output.stream()
                    .map(Line::text)
                    .filter(line -> line.contains("rror") || line.contains("ERROR") || line.contains("xception"))
                    .findFirst()
                    .orElse("exit code " + exitCode);
        }
    }

    /** Starts a command. */
    static Child start(Command command) {
        if (Thread.currentThread().isInterrupted()) throw new IllegalStateException("interrupted");
        List<String> words = new ArrayList<>(List.of("sh", "-c", TIMED, "sh"));
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(command.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> !name.equals(CLOUDS) && (name.startsWith("MAVEN_") || name.startsWith("OS_")));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(command.variables());
        try {
            return new Child(System.nanoTime(), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end; after a quarter of an hour it is killed. */
    static Result run(Command command) {
        try (Child child = start(command)) {
            Thread watch = new Thread(child::watch, "watch");
            watch.setDaemon(true);
            watch.start();
            return child.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    private Result end() throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        BufferedReader reader = output();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(new Line(seconds(), line));
        }
        int exitCode = process.waitFor();
        double end = seconds();
        double cpu = lines.isEmpty() ? 0 : user(lines.get(lines.size() - 1).text());
        return new Result(exitCode, end, cpu, peak.get() / 1024.0, List.copyOf(lines));
    }

    /** What it prints, errors included. */
    BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    // The shell's last line is of the processes it has waited for: user and system.
    private static double user(String times) {
        Matcher matcher = TIMES.matcher(times);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) * 60 + Double.parseDouble(matcher.group(2)) : 0;
    }

    private void watch() {
        try {
            do {
                process.descendants().mapToLong(Child::peak).forEach(one -> peak.accumulateAndGet(one, Math::max));
                if (seconds() > LIMIT.toSeconds()) close();
            } while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static long peak(ProcessHandle process) {
        try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return status.map(PEAK::matcher)
                    .filter(Matcher::find)
                    .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) { // it has ended
            return 0;
        }
    }

    /** Ends it with all that it has started. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
    }
}
