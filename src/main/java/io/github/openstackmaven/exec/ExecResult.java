package io.github.openstackmaven.exec;

import java.util.List;

/** What became of a job: the exit code of each step, in their order. */
public record ExecResult(String server, List<Integer> exitCodes) {
    public ExecResult {
        exitCodes = List.copyOf(exitCodes);
    }
}
