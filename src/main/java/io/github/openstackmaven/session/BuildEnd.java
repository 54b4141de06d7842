package io.github.openstackmaven.session;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.teardown.BuildState;
import io.github.openstackmaven.teardown.Console;
import io.github.openstackmaven.teardown.Heartbeat;
import io.github.openstackmaven.teardown.LaunchSite;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what a build launches goes with it: when Maven's session ends, and where it can't come to its end (a
 * signal), in a shutdown hook of the JVM. Both do it in a class loader of its own over the plugin's jars, for the plugin's
 * own is closed before the JVM's hooks run.
 */
public final class BuildEnd {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final MavenSession session;
    private final Function<ClassLoader, BiConsumer<Map<String, Object>, Consumer<String>>> ending;
    private final Set<Ledger> ledgers = ConcurrentHashMap.newKeySet();
    private final Map<List<Object>, Map<String, Object>> sites = new ConcurrentHashMap<>();
    private final Map<List<Object>, Thread> heartbeats = new ConcurrentHashMap<>();
    private final Queue<Map<String, Object>> logs = new ConcurrentLinkedQueue<>();
    private final BuildState state;
    private Optional<Thread> hook = Optional.empty();
    private volatile Runnable atSessionEnd = () -> {};

    /** The end of a session's build with that id. */
    BuildEnd(MavenSession session, String build) {
        this(session, build, BuildEnd::endOfBuild);
    }

    /**
     * The same.
     *
     * @param ending makes what ends it, in a class loader that lasts
     */
    BuildEnd(
            MavenSession session,
            String build,
            Function<ClassLoader, BiConsumer<Map<String, Object>, Consumer<String>>> ending) {
        this.session = session;
        this.ending = ending;
        this.state = new BuildState(
                build,
                sites.values(),
                heartbeats.values(),
                ConcurrentHashMap.newKeySet(),
                new AtomicBoolean(),
                this::succeeded,
                logs,
                new CommandLine(session.getUserProperties())
                        .text("endTimeout")
                        .map(text -> DurationText.parse("endTimeout", text))
                        .orElse(TIMEOUT));
    }

    /** Takes away what there is of it at the end of Maven's session. */
    void ofSession() {
        atSessionEnd.run();
    }

    /**
     * Launches something; when the build ends meanwhile, the thread is interrupted.
     *
     * @param site what it is about to have, and where
     * @param ledger where it is written down
     * @param heartbeat says that the build lives, until it is interrupted; one is enough for all of one lease
     * @param log where the end is told while Maven still logs
     * @throws OpenStackException when the build has ended already
     */
    public <T> T during(LaunchSite site, Ledger ledger, Heartbeat heartbeat, Consumer<String> log, Supplier<T> launch) {
        ledgers.add(ledger);
        sites.put(List.of(site.ledger().file(), site.place()), site.plain());
        Optional<String> unused = site.token().get(); // loads the classes that it needs
        state.launching().add(Thread.currentThread());
        try {
            prepare(log);
            if (state.over().get()) throw ended();
            heartbeats.computeIfAbsent(
                    List.of(site.ledger().file(), site.place(), heartbeat.lease()), absent -> beating(heartbeat));
            return launch.get();
        } finally {
            state.launching().remove(Thread.currentThread());
        }
    }

    /** Fetches these when the build fails, before their server goes. */
    void fetch(ServerLogs wanted) {
        logs.add(wanted.plain());
    }

    /** What is fetched then, each a {@link ServerLogs#plain()}. */
    Collection<Map<String, Object>> logs() {
        return logs;
    }

    /** Whether it has begun: what is on record is deleted. */
    public boolean hasBegun() {
        return state.over().get();
    }

    private static Thread beating(Runnable heartbeat) {
        Thread thread = new Thread(heartbeat, "openstack-heartbeat");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @SuppressWarnings("unchecked")
    private static BiConsumer<Map<String, Object>, Consumer<String>> endOfBuild(ClassLoader loader) {
        return (BiConsumer<Map<String, Object>, Consumer<String>>) made(loader, EndWithKeepsakes.class);
    }

    @SuppressWarnings("unchecked")
    private synchronized void prepare(Consumer<String> log) {
        if (hook.isPresent()) return;
        ClassLoader loader = lasting();
        BiConsumer<Map<String, Object>, Consumer<String>> end = ending.apply(loader);
        Consumer<String> console = (Consumer<String>) made(loader, Console.class);
        Thread thread = new Thread(() -> end(end, console), "openstack-end");
        thread.setContextClassLoader(loader);
        try {
            Runtime.getRuntime().addShutdownHook(thread);
        } catch (IllegalStateException e) {
            throw ended();
        }
        hook = Optional.of(thread);
        boolean unused = succeeded(); // loads the classes that it needs
        boolean unusedToo = isEndless(); // the same
        atSessionEnd = () -> {
            end(end, log);
            forget(thread);
        };
    }

    // Where all is kept, or gone already, nothing is loaded for it.
    private void end(BiConsumer<Map<String, Object>, Consumer<String>> end, Consumer<String> out) {
        state.over().set(true);
        if (isEndless()) {
            heartbeats.values().forEach(Thread::interrupt);
        } else {
            end.accept(state.plain(), out);
        }
    }

    private boolean isEndless() {
        return state.launching().isEmpty() && ledgers.stream().allMatch(Ledger::isEndless);
    }

    // A build that is cut short has modules of which nothing is known, if no errors.
    private boolean succeeded() {
        MavenExecutionResult result = session.getResult();
        return !result.hasExceptions()
                && session.getProjects().stream()
                        .allMatch(project -> result.getBuildSummary(project) instanceof BuildSuccess);
    }

    // A daemon's JVM lives on.
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM ends: the hook finds nothing left
        }
    }

    private static ClassLoader lasting() {
        ClassLoader plugin = BuildEnd.class.getClassLoader();
        return plugin instanceof URLClassLoader realm
                ? new URLClassLoader(realm.getURLs(), new LoggingOnly(LoggerFactory.class.getClassLoader()))
                : plugin;
    }

    private static Object made(ClassLoader loader, Class<?> type) {
        try {
            return loader.loadClass(type.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OpenStackException ended() {
        return new OpenStackException("The build is ending", "Nothing is launched any more.");
    }
}
