package io.github.openstackmaven.session;

import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.guest.Guests;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.identity.KeystoneSession;
import io.github.openstackmaven.identity.LoginRefusedException;
import io.github.openstackmaven.ledger.Keep;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.output.BuildOutputs;
import io.github.openstackmaven.output.LaunchedServer;
import io.github.openstackmaven.output.TimelineRecorder;
import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.Simulator;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/** What the goals and modules of one Maven run share: its id, its logins, its simulator, its threads. */
public final class BuildSession {
    private final String id = UUID.randomUUID().toString();
    private final Map<CloudConfig.Login, KeystoneSession> logins = new ConcurrentHashMap<>();
    private final Map<CloudConfig.Login, LoginRefusedException> refusals = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "openstack");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Path, Ledger> ledgers = new ConcurrentHashMap<>();
    private final Map<Path, TimelineRecorder> recordings = new ConcurrentHashMap<>();
    private final Map<Path, BuildOutputs> published = Collections.synchronizedMap(new LinkedHashMap<>());
    private Optional<Simulator> simulator = Optional.empty();

    private final MavenSession session;
    private final Supplier<Simulator> starting;
    private final BuildEnd end;

    private BuildSession(MavenSession session) {
        this.session = session;
        this.starting = () -> simulator(new CommandLine(session.getUserProperties()));
        this.end = new BuildEnd(session, id);
    }

    // Not a session-scoped component: Maven before 3.9 finds none in Java 17's bytecode.
    public static BuildSession of(MavenSession session) {
        SessionData shared = session.getRepositorySession().getData();
        synchronized (shared) {
            if (shared.get(BuildSession.class) == null) shared.set(BuildSession.class, null, started(session));
        }
        return (BuildSession) shared.get(BuildSession.class);
    }

    private static BuildSession started(MavenSession session) {
        BuildSession started = new BuildSession(session);
        EndOfSession.then(session.getRequest(), started::close);
        return started;
    }

    private void close() {
        end.ofSession();
        simulator.ifPresent(Simulator::close);
        ledgers.entrySet().stream()
                .filter(one -> one.getKey().endsWith(simulatorsLedger()))
                .forEach(one -> one.getValue().forget());
        executor.shutdown();
    }

    /** The name of the ledger of what is launched on the simulator of this build: nobody needs it once both have ended. */
    String simulatorsLedger() {
        return "ledger-of-" + id + ".json";
    }

    /** What may be told in a run: it is there before anything else is, for what goes wrong then. */
    public static Redaction redaction(MavenSession session) {
        SessionData shared = session.getRepositorySession().getData();
        if (shared.get(Redaction.class) == null) shared.set(Redaction.class, null, new Redaction());
        return (Redaction) shared.get(Redaction.class);
    }

    /** The run's id, which goes into the mark {@code maven:build}. */
    public String id() {
        return id;
    }

    /** The cloud, logged in to once, whichever goals and modules ask. */
    public Cloud cloud(CloudConfig config, HttpConnections connections) {
        Transport transport = connections.to(config);
        KeystoneSession session = logins.computeIfAbsent(config.login(), absent -> login(config, transport));
        return new Cloud(config, session, transport, Time.system());
    }

    // What was refused once is refused: the modules of a build that fails at the end don't all try a wrong password.
    private KeystoneSession login(CloudConfig config, Transport transport) {
        LoginRefusedException refused = refusals.get(config.login());
        if (refused != null) throw refused;
        try {
            return KeystoneSession.login(config, transport, Time.system());
        } catch (LoginRefusedException e) {
            refusals.put(config.login(), e);
            throw e;
        }
    }

    /** The OpenStack inside this build, as the command line wants it, what is to go wrong there too; it ends with the session. */
    public synchronized Simulator simulator() {
        Simulator running = simulator.orElseGet(starting);
        simulator = Optional.of(running);
        return running;
    }

    private static Simulator simulator(CommandLine line) {
        FaultPlan plan = PlannedFaults.of(line).plan();
        Simulator started = Simulator.start(
                0, SimulatorSettings.of(line).cloud().guests(Guests::new).build());
        started.disturb(plan);
        return started;
    }

    /**
     * The ledger in a file: one for all who write it, whichever goals and modules they are.
     *
     * @param warnings told when the file has gone or is broken
     */
    public Ledger ledger(Path file, Consumer<String> warnings) {
        return ledgers.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new Ledger(path, warnings));
    }

    /** What is done with files in a folder, from its first goal on. */
    public TimelineRecorder recorder(Path folder) {
        return recordings.computeIfAbsent(
                folder.toAbsolutePath().normalize(), absent -> new TimelineRecorder(Time.system()));
    }

    /** What this run's launches have left in a folder. */
    public BuildOutputs published(Path folder) {
        return published.computeIfAbsent(folder.toAbsolutePath().normalize(), absent -> new BuildOutputs());
    }

    /** Shows the servers that this run's launches have left in all folders, the first launch's first; to one at a time. */
    public void showServers(Consumer<List<LaunchedServer>> reader) {
        synchronized (published) {
            reader.accept(published.values().stream()
                    .flatMap(one -> one.servers().stream())
                    .toList());
        }
    }

    /** Whether several modules are built at a time. */
    public boolean isSideBySide() {
        MavenExecutionRequest request = session.getRequest();
        return request != null
                && request.getDegreeOfConcurrency() > 1
                && session.getProjects().size() > 1;
    }

    /** The servers that this run has launched, in whichever module, and that go with it at its end at the latest. */
    public List<LedgerEntry> waitingForItsEnd() {
        return ledgers.values().stream()
                .flatMap(ledger -> ledger.entries().stream())
                .filter(entry ->
                        entry.kind() == ResourceType.SERVER && entry.build().equals(id))
                .filter(entry -> entry.keep() != Keep.ALWAYS)
                .toList();
    }

    /** The environment variables that Maven was called with. */
    public Map<String, String> environment() {
        return SessionEnvironment.of(session);
    }

    /** Takes away what this run launches. */
    public BuildEnd end() {
        return end;
    }

    /** Runs look-ups and waits side by side, on threads that keep no JVM alive. */
    public ExecutorService executor() {
        return executor;
    }
}
