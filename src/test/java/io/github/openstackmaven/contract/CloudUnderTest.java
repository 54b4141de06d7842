package io.github.openstackmaven.contract;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.config.CloudSettings;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.http.Request;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.Transport;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.launch.PollSchedule;
import io.github.openstackmaven.launch.Time;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;

/** A cloud that contract tests run against: what is sent is recorded, what is launched is deleted at the end. */
final class CloudUnderTest implements Transport, AutoCloseable {
    private final Map<String, String> settings;
    private final Transport transport = new JdkTransport(ProxySelector.getDefault());
    private final ConcurrentLinkedQueue<Request> sent = new ConcurrentLinkedQueue<>();
    private final List<String> launched = new CopyOnWriteArrayList<>();

    CloudUnderTest(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** The same cloud with one setting changed. */
    CloudUnderTest with(String key, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(key, value);
        return new CloudUnderTest(changed);
    }

    String setting(String key) {
        return settings.get(key);
    }

    Cloud logIn() {
        return Cloud.login(new CloudSettings(settings).toCloudConfig(), this);
    }

    Plan plan(ServerSpec spec) {
        return plan(logIn(), spec);
    }

    /** From login to ACTIVE, as the goal does it. */
    Server launch(ServerSpec spec, Duration timeout) {
        Cloud cloud = logIn();
        return new Launch(cloud.compute(), Time.system(), PollSchedule.standard(), this::remember)
                .launch(plan(cloud, spec), Map.of("maven:build", "contract-test"), timeout);
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

    private static Plan plan(Cloud cloud, ServerSpec spec) {
        return new Planner(cloud.images(), cloud.compute(), cloud::network, ForkJoinPool.commonPool()).plan(spec);
    }

    private void remember(LaunchEvent event) {
        if (event instanceof LaunchEvent.Requested requested) launched.add(requested.id());
    }
}
