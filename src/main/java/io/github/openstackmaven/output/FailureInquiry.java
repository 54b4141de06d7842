package io.github.openstackmaven.output;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.config.Redaction;
import io.github.openstackmaven.launch.LaunchEvent;
import io.github.openstackmaven.output.FailureReport.Evidence;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.resource.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks the cloud about servers whose launch fails as soon as it does: a moment later they are gone. */
public final class FailureInquiry implements Consumer<LaunchEvent> {
    private static final int ALL_LINES = -1;

    private final Supplier<ComputeClient> compute;
    private final Plan plan;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Finding> findings = new ConcurrentHashMap<>();

    private record Finding(OpenStackException failure, Evidence evidence) {}

    /**
     * An inquiry into the launch of a plan.
     *
     * @param compute for the questions about one server, which end soon whatever the cloud does
     */
    public FailureInquiry(Supplier<ComputeClient> compute, Plan plan) {
        this.compute = compute;
        this.plan = plan;
    }

    @Override
    public void accept(LaunchEvent event) {
        if (event instanceof LaunchEvent.Requested requested) ids.put(requested.name(), requested.id());
        if (event instanceof LaunchEvent.Reused reused) ids.put(reused.name(), reused.id());
        if (event instanceof LaunchEvent.Failed failed) {
            plan.servers().stream()
                    .filter(server -> server.name().equals(failed.name()))
                    .findFirst()
                    .ifPresent(server -> findings.put(
                            failed.name(), new Finding(new Failure(failed.failure()).told(), evidence(server))));
        }
    }

    /**
     * Writes a report of each server that failed.
     *
     * @param unwritten told of those that can't be written; they are returned all the same
     */
    public List<FailureReport> write(Path folder, Redaction redaction, Consumer<OpenStackException> unwritten) {
        return findings.values().stream()
                .map(finding -> {
                    FailureReport report = FailureReport.of(finding.failure(), finding.evidence());
                    try {
                        report.write(folder, finding.evidence().console(), redaction);
                    } catch (OpenStackException e) {
                        unwritten.accept(e);
                    }
                    return report;
                })
                .toList();
    }

    private Evidence evidence(PlannedServer server) {
        return Optional.ofNullable(ids.get(server.name()))
                .map(id -> evidence(server, id, compute.get()))
                .orElseGet(() -> new Evidence(server, Optional.empty(), "", List.of(), plan.quota()));
    }

    private Evidence evidence(PlannedServer server, String id, ComputeClient nova) {
        return new Evidence(
                server,
                told(() -> nova.server(id), Optional.empty()),
                told(() -> nova.consoleLog(id, ALL_LINES), ""),
                new CloudActions(nova).of(id),
                plan.quota());
    }

    // The failure itself is what matters: one more of a report's is none of the user's business.
    private static <T> T told(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return otherwise;
        }
    }
}
