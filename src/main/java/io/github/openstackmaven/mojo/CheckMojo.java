package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.output.PlanReport;
import io.github.openstackmaven.output.ProgressLog;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.Quota;
import java.util.function.UnaryOperator;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Does everything a launch would do up to the create: prints where each setting came from, with secrets as
 * {@code ***}, the resolved plan and the quota left, and writes the same as {@code plan.json}. It creates nothing.
 */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends ServerMojo {

    @Override
    void run() {
        Settings settings = settings();
        settings.lines().forEach(getLog()::info);
        try {
            report(settings).write(outputDirectory());
        } catch (OpenStackException e) {
            PlanReport.failed(settings, e.report()).write(outputDirectory());
            throw e;
        }
        getLog().info("Written to " + outputDirectory().resolve("plan.json"));
    }

    private PlanReport report(Settings settings) {
        Cloud cloud = logIn(settings);
        Plan plan = planner(cloud).plan(specs());
        Quota quota = plan.quota();
        plan.servers().forEach(new ProgressLog(getLog()::info)::planned);
        getLog().info("Quota: instances " + quota.instances() + "; cores " + quota.cores() + "; ram " + quota.ram()
                + " (MiB)");
        return PlanReport.of(
                settings,
                plan.servers().stream()
                        .map(server -> server.create(marks().metadata(), UnaryOperator.identity()))
                        .toList(),
                quota);
    }
}
