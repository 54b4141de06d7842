package io.github.openstackmaven.exec;

import io.github.openstackmaven.InterruptedWaitException;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.ssh.Ssh;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does jobs on servers side by side. */
public final class Exec {
    private final Ssh ssh;
    private final Consumer<String> output;
    private final ExecutorService executor;
    private final ExecOptions options;

    /**
     * A way to do jobs.
     *
     * @param output takes what the steps print, line by line with the server's name in front, from several threads
     * @param executor runs one job a server
     */
    public Exec(Ssh ssh, Consumer<String> output, ExecutorService executor, ExecOptions options) {
        this.ssh = ssh;
        this.output = output;
        this.executor = executor;
        this.options = options;
    }

    /**
     * Does all of them and returns what became of each, in their order. One that fails does not end the others.
     *
     * @throws OpenStackException why the first that failed did; the others' failures are suppressed in it
     */
    public List<ExecResult> run(List<Job> jobs) {
        List<Callable<ExecResult>> runs = jobs.stream()
                .map(job -> (Callable<ExecResult>) () -> new JobRun(job, options, output).over(ssh))
                .toList();
        List<ExecResult> results = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        List<Future<ExecResult>> ended = all(runs);
        for (int index = 0; index < ended.size(); index++) {
            try {
                results.add(ended.get(index).get());
            } catch (ExecutionException e) {
                RuntimeException failure =
                        e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
                if (jobs.size() > 1) tell(jobs.get(index), failure);
                failures.add(failure);
            } catch (InterruptedException e) {
                throw InterruptedWaitException.of("commands ran", "They may still run on the servers.", e);
            }
        }
        if (failures.isEmpty()) return List.copyOf(results);
        RuntimeException first = failures.get(0);
        failures.stream().skip(1).forEach(first::addSuppressed);
        throw first;
    }

    // The error that ends the goal is the first one's, and may not say whose it is.
    private void tell(Job job, RuntimeException failure) {
        output.accept("[" + job.server() + "] failed: "
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    }

    private List<Future<ExecResult>> all(List<Callable<ExecResult>> runs) {
        try {
            return executor.invokeAll(runs);
        } catch (InterruptedException e) {
            throw InterruptedWaitException.of("commands ran", "They may still run on the servers.", e);
        }
    }
}
