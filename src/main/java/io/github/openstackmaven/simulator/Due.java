package io.github.openstackmaven.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens later, by the cloud's clock. */
final class Due {
    private final List<Task> tasks = new ArrayList<>();

    private record Task(Instant at, Runnable work) {}

    synchronized void add(Instant at, Runnable work) {
        tasks.add(new Task(at, work));
    }

    /** Lets happen what is due, in the order it was put off. */
    void settle(Instant now) {
        due(now).forEach(task -> task.work().run());
    }

    private synchronized List<Task> due(Instant now) {
        List<Task> due = tasks.stream().filter(task -> !now.isBefore(task.at())).toList();
        tasks.removeAll(due);
        return due;
    }
}
