package io.github.openstackmaven.mojo;

import io.github.openstackmaven.PollSchedule;
import io.github.openstackmaven.Time;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.output.LaunchOutputs;
import io.github.openstackmaven.output.OutputFile;
import io.github.openstackmaven.output.ProgressLog;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.ServerSpec;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Launches a server: takes a token, looks image, flavor and networks up, creates the server, waits until it is ACTIVE,
 * and leaves its address to the rest of the build in properties and in {@code servers.json}.
 */
@Mojo(name = "launch", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class LaunchMojo extends ServerMojo {

    /** How long the server may take until it is ready: {@code 90}, {@code 90s}, {@code 10m}, {@code 2h} or ISO-8601. */
    @Parameter(property = "openstack.timeout", defaultValue = "10m")
    private String timeout;

    @Override
    void run() {
        List<ServerSpec> specs = specs();
        Duration patience = DurationText.parse(
                "timeout", commandLine().text("timeout", timeout).orElse("10m"));
        OutputFile.makeFolder(outputDirectory()); // before there are servers whose names could not be written
        Cloud cloud = logIn(settings());
        ProgressLog progress = new ProgressLog(getLog()::info);
        Plan plan = planner(cloud).plan(specs);
        plan.servers().forEach(progress::planned);
        Launch launch = new Launch(
                cloud.compute(),
                Time.system(),
                PollSchedule.standard(),
                progress,
                ledger().of(build().id(), place(cloud), Time.system()),
                build().executor());
        publish(LaunchOutputs.of(plan, launch.launch(plan, marks(), patience)));
    }

    private void publish(LaunchOutputs outputs) {
        project().getProperties().putAll(outputs.properties());
        outputs.summary().forEach(getLog()::info);
        getLog().info("Written to " + outputs.write(outputDirectory()));
    }
}
