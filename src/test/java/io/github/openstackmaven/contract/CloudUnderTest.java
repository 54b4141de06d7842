package io.github.openstackmaven.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.NovaSchemas;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
import io.github.openstackmaven.config.Secret;
import io.github.openstackmaven.config.Setting;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.config.Source;
import io.github.openstackmaven.config.TlsSettings;
import io.github.openstackmaven.http.Connection;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.TlsContext;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.http.UnreachableException;
import io.github.openstackmaven.launch.Bookkeeping;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.ExistingServersSearch;
import io.github.openstackmaven.launch.IfExists;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchContext;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.Launched;
import io.github.openstackmaven.launch.Launching;
import io.github.openstackmaven.launch.ReadyWait;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.ledger.ResourceType;
import io.github.openstackmaven.output.KeyFolder;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.resource.CloudResources;
import io.github.openstackmaven.resource.Resource;
import io.github.openstackmaven.teardown.DeletionCandidates;
import io.github.openstackmaven.teardown.LaunchSite;
import io.github.openstackmaven.teardown.Teardown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A cloud that contract tests run against: what is sent is recorded, what is launched is deleted at the end. */
final class CloudUnderTest implements Transport, AutoCloseable {
    /** Whose the launches are. */
    static final String PROJECT = "g:a";

    private static final Executor THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "contract");
        thread.setDaemon(true);
        return thread;
    });

    private final Settings settings;
    private final Transport transport;
    private final NovaSchemas nova = new NovaSchemas();
    private final ConcurrentLinkedQueue<Request> sent = new ConcurrentLinkedQueue<>();
    private final List<String> launched = new CopyOnWriteArrayList<>();
    private final List<Resource> made = new CopyOnWriteArrayList<>();
    private final List<Lie> lies = new CopyOnWriteArrayList<>();
    private final Set<String> losingTexts = ConcurrentHashMap.newKeySet();
    private final Set<String> losing = ConcurrentHashMap.newKeySet();
    private final String build = UUID.randomUUID().toString();
    private final Path folder = newFolder();
    private final Ledger launches = ledger();
    private volatile boolean everMade;

    CloudUnderTest(Settings settings) {
        this.settings = settings;
        this.transport = new JdkTransport(new Connection(
                ProxySelector.getDefault(),
                Optional.empty(),
                TlsContext.of(TlsSettings.of(settings, Environment.of(System.getenv()))),
                Duration.ofSeconds(60)));
    }

    /** The same cloud with one setting changed. */
    CloudUnderTest with(String key, Object value) {
        return new CloudUnderTest(settings.with(key, new Setting(value, new Source.Explicit("the test"))));
    }

    /** The same cloud without one setting. */
    CloudUnderTest without(String key) {
        Map<String, Setting> fewer = new LinkedHashMap<>(settings.asMap());
        fewer.remove(key);
        return new CloudUnderTest(new Settings(fewer));
    }

    /** A cloud with nothing but this setting. */
    CloudUnderTest only(String key, String value) {
        return new CloudUnderTest(Settings.none()).with(key, value);
    }

    String setting(String key) {
        return settings.text(key).orElseThrow();
    }

    Cloud logIn() {
        return logIn(Time.system());
    }

    /** A login that waits by that clock before it tries again. */
    Cloud logIn(Time time) {
        return Cloud.login(config(), this, time);
    }

    CloudConfig config() {
        return new CloudSettings(settings, Environment.of(System.getenv())).toCloudConfig();
    }

    PlannedServer plan(ServerSpec spec) {
        return plan(logIn(), List.of(spec)).servers().get(0);
    }

    /** From login to ACTIVE, as the goal does it. */
    Server launch(ServerSpec spec, Duration timeout) {
        return launch(List.of(spec), timeout).get(0);
    }

    /** The same for several. */
    List<Server> launch(List<ServerSpec> specs, Duration timeout) {
        Cloud cloud = logIn();
        return launch(cloud, plan(cloud, specs), timeout);
    }

    /** Launches what was planned before. */
    List<Server> launch(Cloud cloud, Plan plan, Duration timeout) {
        return launch(cloud, plan, Launching.within(timeout)).stream()
                .map(Launched::server)
                .toList();
    }

    /** From login to ready, with all that comes of it. */
    List<Launched> launch(List<ServerSpec> specs, LaunchOptions options) {
        Cloud cloud = logIn();
        return launch(cloud, plan(cloud, specs), options);
    }

    /** The same where servers of an earlier launch are there. */
    List<Launched> launch(List<ServerSpec> specs, LaunchOptions options, IfExists policy) {
        Cloud cloud = logIn();
        ExistingServers existing = existing(cloud, specs, policy);
        return launching(cloud, options).launch(plan(cloud, specs, existing), existing);
    }

    /** What is there of an earlier launch. */
    ExistingServers existing(Cloud cloud, List<ServerSpec> specs, IfExists policy) {
        DeletionCandidates candidates =
                new DeletionCandidates(new CloudResources(cloud), Time.system(), false, THREADS, warning -> {});
        return new ExistingServersSearch(cloud, candidates).of(policy, PROJECT, specs);
    }

    /** A plan that knows of it. */
    static Plan plan(Cloud cloud, List<ServerSpec> specs, ExistingServers existing) {
        return new Planner(cloud, ForkJoinPool.commonPool()).plan(specs, existing.earlier(specs));
    }

    private List<Launched> launch(Cloud cloud, Plan plan, LaunchOptions options) {
        return launching(cloud, options).launch(plan, ExistingServers.ignored());
    }

    /** A launch that has not begun. */
    Launch launching(Cloud cloud, LaunchOptions options) {
        return launching(cloud, options, Launching.active(), event -> {});
    }

    /** The same with more that must hold, and another who is told. */
    Launch launching(Cloud cloud, LaunchOptions options, ReadyWait readiness, Consumer<LaunchEvent> listener) {
        return launching(cloud, options, readiness, listener, () -> false);
    }

    /** The same in a build that may come to its end. */
    Launch launching(
            Cloud cloud,
            LaunchOptions options,
            ReadyWait readiness,
            Consumer<LaunchEvent> listener,
            BooleanSupplier buildEnds) {
        Consumer<LaunchEvent> first = this::remember;
        Time time = Time.system();
        LedgerEntry.Place place = new LedgerEntry.Place(cloud.place(), "", "");
        return new Launch(
                cloud,
                new Bookkeeping(
                        new CloudResources(cloud), launches.of(build, place, options.lifetime(), time), marks()),
                options,
                new KeyFolder(folder, ledger()),
                readiness,
                new LaunchContext(time, PollSchedule.standard(), first.andThen(listener), THREADS, buildEnds));
    }

    /** Where the end of the build finds what is launched. */
    LaunchSite site(Cloud cloud) {
        return new LaunchSite(
                LaunchSite.LedgerState.of(folder.resolve("ledger.json"), launches),
                new LedgerEntry.Place(cloud.place(), "", ""),
                settings,
                System.getenv(),
                Connection.standard(),
                cloud.ahead(),
                () -> cloud.session().current().map(Secret::reveal));
    }

    /** What the cloud has that carries this test's marks. */
    List<Resource> marked() {
        return marked(logIn());
    }

    private List<Resource> marked(Cloud cloud) {
        CloudResources resources = new CloudResources(cloud);
        List<CompletableFuture<List<Resource>>> kinds = Arrays.stream(ResourceType.values())
                .map(kind -> CompletableFuture.supplyAsync(() -> resources.all(kind), THREADS))
                .toList();
        return kinds.stream()
                .flatMap(kind -> kind.join().stream())
                .filter(one ->
                        one.mark().filter(mark -> mark.build().equals(build)).isPresent())
                .toList();
    }

    /** The mark {@code maven:build} of what is launched. */
    String build() {
        return build;
    }

    /** What is launched is marked with. */
    Marks marks() {
        return new Marks(build, PROJECT, folder.toString(), "here", Optional.empty());
    }

    /** Where launches leave their files. */
    Path folder() {
        return folder;
    }

    /** What is on record. */
    Ledger ledger() {
        return new Ledger(folder.resolve("ledger.json"));
    }

    /** From now on the answer to the first POST of each of these paths is lost. */
    void loseAnswersTo(String... paths) {
        losing.addAll(List.of(paths));
    }

    /** From now on the answer to the first POST that has this in its body is lost. */
    void loseAnswerToWhatSays(String text) {
        losingTexts.add(text);
    }

    private boolean isLost(Request request) {
        if (!request.method().equals("POST")) return false;
        String path = request.uri().getPath().replaceFirst("^.*/", "/");
        return losing.remove(path)
                || losingTexts.removeIf(text ->
                        request.body().filter(body -> body.contains(text)).isPresent());
    }

    /**
     * From now on so many requests of that method whose path ends so are answered with this.
     *
     * @param heeded whether the cloud does all the same what was asked
     */
    void answerInstead(int times, String method, String path, boolean heeded, int status, String body) {
        lies.add(new Lie(new AtomicInteger(times), method, Pattern.compile(path + "$"), heeded, status, body));
    }

    private record Lie(AtomicInteger times, String method, Pattern path, boolean heeded, int status, String body) {
        private boolean isTold(Request request) {
            return request.method().equals(method)
                    && path.matcher(request.uri().getPath()).find()
                    && times.getAndDecrement() > 0;
        }
    }

    static Plan plan(Cloud cloud, List<ServerSpec> specs) {
        return new Planner(cloud, ForkJoinPool.commonPool()).plan(specs);
    }

    /** The ids of what was launched so far. */
    List<String> launched() {
        return List.copyOf(launched);
    }

    /** Whether a server is still there: some releases show a deleted one for a while. */
    static boolean isThere(Cloud cloud, String server) {
        return new CloudResources(cloud).find(ResourceType.SERVER, server).isPresent();
    }

    /** What was sent so far, in order. */
    List<Request> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Response send(Request request) {
        sent.add(request);
        Optional<Lie> lie = lies.stream().filter(one -> one.isTold(request)).findFirst();
        if (lie.isPresent()) {
            if (lie.get().heeded()) transport.send(request);
            return new Response(
                    lie.get().status(),
                    HttpHeaders.of(Map.of(), (name, value) -> true),
                    lie.get().body());
        }
        Response response = transport.send(request);
        List<String> complaints = response.successful() ? nova.complaints(request) : List.of();
        if (!complaints.isEmpty()) {
            throw new AssertionError("Nova's schema refuses what this cloud took, " + request + ": " + complaints);
        }
        if (isLost(request)) {
            throw new UnreachableException("The answer is lost", "", true, true, new IOException("the test lost it"));
        }
        return response;
    }

    @Override
    public void close() {
        if (!everMade) return;
        Cloud cloud = logIn();
        new Teardown(new CloudResources(cloud), Time.system(), PollSchedule.standard(), THREADS, event -> {})
                .delete(made, Duration.ofMinutes(3));
        assertThat(marked(cloud)).as("what the test leaves behind").isEmpty();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "launches");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(LaunchEvent event) {
        if (event instanceof LaunchEvent.Requested requested) {
            launched.add(requested.id());
            remember(ResourceType.SERVER, requested.id());
        }
        if (event instanceof LaunchEvent.Made one) remember(one.kind(), one.id());
        if (event instanceof LaunchEvent.Deleted one) forget(one.kind(), one.id());
    }

    private void remember(ResourceType kind, String id) {
        everMade = true;
        made.add(new Resource(kind, id, "", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    // What is told to be gone is looked for once, by its marks, and not waited for.
    private void forget(ResourceType kind, String id) {
        made.removeIf(one -> one.kind() == kind && one.id().equals(id));
    }
}
