package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.Settings;
import io.github.openstackmaven.launch.ExistingServers;
import io.github.openstackmaven.launch.LaunchOptions;
import io.github.openstackmaven.launch.Markings;
import io.github.openstackmaven.output.PlanReport;
import io.github.openstackmaven.output.PlanTable;
import io.github.openstackmaven.plan.Marking;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import java.time.Instant;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Does everything a launch would do up to the create: prints where each setting came from, with secrets as
 * {@code ***}, the resolved plan and the quota left, and writes the same as {@code plan.json}. It creates nothing.
 *
 * @since 1.0.0
 */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends ServerMojo {

    @Override
    void run() {
        Settings settings = login().settings();
        settings.lines().forEach(getLog()::info);
        getLog().info("Written to " + report(settings).write(outputDirectory(), redaction()));
    }

    private PlanReport report(Settings settings) {
        try {
            List<ServerSpec> specs = specs(); // what is wrong with the POM is told before anybody is asked
            Cloud cloud = login().logIn(settings);
            ExistingServers existing = parts().existing(cloud, policy(), specs);
            Plan plan = new Planner(cloud, workspace().executor()).plan(specs, existing.earlier(specs));
            new PlanTable(plan).lines().forEach(getLog()::info);
            existing.reused(plan)
                    .forEach((name, server) -> getLog().info(name + ": there already, would be taken: " + server.id()));
            existing.doomed().forEach(one -> getLog().info("Would be deleted first: " + one));
            return PlanReport.of(settings, plan.recipe().foreseen(marking(cloud)), plan.quota());
        } catch (OpenStackException e) {
            telling().run(() -> PlanReport.failed(settings, e.report()).write(outputDirectory(), redaction()));
            throw e;
        }
    }

    private Marking marking(Cloud cloud) {
        LaunchOptions options = options();
        Instant deadline = cloud.clock().now().plus(options.timeout());
        Markings markings = new Markings(workspace().marks(), options, deadline, cloud.projectId());
        return markings.of(markings.next());
    }
}
