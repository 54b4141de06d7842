package io.github.openstackmaven.guest;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.SshThreadPoolExecutor;
import org.apache.sshd.common.util.threads.ThreadUtils;

/** The threads of all guests; they keep no JVM alive. */
record GuestThreads(CloseableExecutorService workers, ScheduledExecutorService timers) implements AutoCloseable {
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task, "openstack-guest");
        thread.setDaemon(true);
        return thread;
    };

    static GuestThreads make() {
        return new GuestThreads(
                new SshThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), DAEMONS),
                Executors.newScheduledThreadPool(1, DAEMONS));
    }

    /** The workers for who would end them. */
    CloseableExecutorService shared() {
        return ThreadUtils.noClose(workers);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        timers.shutdownNow();
    }
}
