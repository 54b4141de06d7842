package io.github.openstackmaven.contract;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.config.Environment;
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
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.ledger.Ledger;
import io.github.openstackmaven.ledger.LedgerEntry;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** A cloud that contract tests run against: what is sent is recorded, what is launched is deleted at the end. */
final class CloudUnderTest implements Transport, AutoCloseable {
    private final Settings settings;
    private final Transport transport;
    private final ConcurrentLinkedQueue<Request> sent = new ConcurrentLinkedQueue<>();
    private final List<String> launched = new CopyOnWriteArrayList<>();

    CloudUnderTest(Settings settings) {
        this.settings = settings;
        this.transport = new JdkTransport(new Connection(
                ProxySelector.getDefault(),
                Optional.empty(),
                TlsContext.of(TlsSettings.of(settings, Environment.ofProcess())),
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
        return Cloud.login(config(), this, Time.system());
    }

    CloudConfig config() {
        return new CloudSettings(settings, Environment.ofProcess()).toCloudConfig();
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
        Marks marks = new Marks("contract-test", "g:a", "here", Optional.empty());
        return new Launch(
                        cloud.compute(),
                        Time.system(),
                        PollSchedule.standard(),
                        this::remember,
                        new Ledger(ledgerFile())
                                .of("contract-test", new LedgerEntry.Place(cloud.place(), "", ""), Time.system()),
                        Executors.newCachedThreadPool())
                .launch(plan, marks, timeout);
    }

    static Plan plan(Cloud cloud, List<ServerSpec> specs) {
        return new Planner(cloud, ForkJoinPool.commonPool()).plan(specs);
    }

    /** The ids of what was launched so far. */
    List<String> launched() {
        return List.copyOf(launched);
    }

    /** What was sent so far, in order. */
    List<Request> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Response send(Request request) {
        sent.add(request);
        return transport.send(request);
    }

    @Override
    public void close() {
        if (launched.isEmpty()) return;
        var compute = logIn().compute();
        launched.forEach(compute::delete);
    }

    private static Path ledgerFile() {
        try {
            Path file = Files.createTempFile("ledger", ".json");
            Files.delete(file);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(LaunchEvent event) {
        if (event instanceof LaunchEvent.Requested requested) launched.add(requested.id());
    }
}
