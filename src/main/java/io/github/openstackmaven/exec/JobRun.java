package io.github.openstackmaven.exec;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ssh.ShellCommand;
import io.github.openstackmaven.ssh.Ssh;
import io.github.openstackmaven.ssh.SshConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A job being done. */
record JobRun(Job job, ExecOptions options, Consumer<String> output) {
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final int TAIL = 20;

    ExecResult over(Ssh ssh) {
        try (SshConnection connection = ssh.connect(job.target(), job.hostKeys(), CONNECT)) {
            job.uploads().forEach(upload -> bring(connection, upload.local(), upload.remote()));
            List<Integer> exitCodes;
            try {
                exitCodes = steps(connection);
            } catch (OpenStackException e) {
                lack(fetched(connection), e);
                throw e;
            }
            List<RuntimeException> lacking = fetched(connection);
            if (lacking.isEmpty()) return new ExecResult(job.server(), exitCodes);
            RuntimeException first = lacking.get(0);
            lack(lacking.subList(1, lacking.size()), first);
            throw first;
        }
    }

    private void bring(SshConnection connection, Path local, String remote) {
        connection.upload(local, remote, options.timeout().get(), options.abandoned());
    }

    // What can be had is, whatever is wrong with another.
    private List<RuntimeException> fetched(SshConnection connection) {
        List<RuntimeException> lacking = new ArrayList<>();
        for (Job.Download download : job.downloads()) {
            try {
                connection.download(
                        download.remote(), download.local(), options.timeout().get(), options.abandoned());
            } catch (RuntimeException e) {
                lacking.add(e);
            }
        }
        return lacking;
    }

    // The failure stays the one that is told.
    private void lack(List<RuntimeException> lacking, RuntimeException failure) {
        for (RuntimeException one : lacking) {
            failure.addSuppressed(one);
            print("not fetched: " + one.getMessage());
        }
    }

    private List<Integer> steps(SshConnection connection) {
        List<Integer> exitCodes = new ArrayList<>();
        for (Step step : job.steps()) {
            Deque<String> tail = new ArrayDeque<>();
            int code = run(connection, step, tail);
            if (code != 0 && options.failOnError()) {
                throw new ExecException(job.server(), step, code, List.copyOf(tail));
            }
            if (code != 0) print("'" + step.label() + "' exited with " + code);
            exitCodes.add(code);
        }
        return exitCodes;
    }

    private int run(SshConnection connection, Step step, Deque<String> tail) {
        return connection.run(
                new ShellCommand(options.withEnvironment(command(connection, step)), step.label()),
                options.timeout().get(),
                line -> {
                    print(line);
                    tail.addLast(line);
                    if (tail.size() > TAIL) tail.removeFirst();
                },
                options.abandoned());
    }

    private String command(SshConnection connection, Step step) {
        return step.match(Step.Command::text, script -> brought(connection, script));
    }

    private String brought(SshConnection connection, Step.Script script) {
        String name = ".openstack-exec-" + UUID.randomUUID();
        bring(connection, script.file(), name);
        String arguments = script.arguments().stream()
                .map(argument -> " " + ShellWord.quote(argument))
                .collect(Collectors.joining());
        return "chmod 700 " + name + " && ./" + name + arguments + "\ncode=$?; rm -f " + name + "; exit $code";
    }

    private void print(String line) {
        output.accept("[" + job.server() + "] " + line);
    }
}
