package io.github.openstackmaven.mojo;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.CloudConfig;
import io.github.openstackmaven.http.JdkTransport;
import io.github.openstackmaven.simulator.Simulator;
import java.net.ProxySelector;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.SessionScoped;

/** One for each Maven session, whose scope Maven keeps. */
@Named
@SessionScoped
final class SharedBuildSession implements BuildSession {
    private final String id = UUID.randomUUID().toString();
    private final Map<CloudConfig, Cloud> clouds = new ConcurrentHashMap<>();
    private final ExecutorService lookUps = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "openstack-look-up");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Simulator> simulator = Optional.empty();

    @Inject
    SharedBuildSession() {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public Cloud cloud(CloudConfig config) {
        return clouds.computeIfAbsent(
                config, absent -> Cloud.login(config, new JdkTransport(ProxySelector.getDefault())));
    }

    @Override
    public synchronized Simulator simulator() {
        Simulator running = simulator.orElseGet(Simulator::start);
        simulator = Optional.of(running);
        return running;
    }

    @Override
    public Executor lookUps() {
        return lookUps;
    }
}
