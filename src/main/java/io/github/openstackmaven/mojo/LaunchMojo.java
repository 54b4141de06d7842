package io.github.openstackmaven.mojo;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.launch.Launch;
import io.github.openstackmaven.launch.PollSchedule;
import io.github.openstackmaven.launch.Time;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.output.LaunchOutputs;
import io.github.openstackmaven.output.LaunchedServer;
import io.github.openstackmaven.output.ProgressLog;
import io.github.openstackmaven.plan.Plan;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Launches a server: takes a token, looks image, flavor and networks up, creates the server, waits until it is ACTIVE,
 * and leaves its address to the rest of the build in properties and in {@code servers.json}.
 */
@Mojo(name = "launch", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class LaunchMojo extends CloudMojo {

    /** The server's name. */
    @Parameter(property = "openstack.name", defaultValue = "${project.artifactId}")
    private String name;

    /** Name or id of the image. */
    @Parameter(property = "openstack.image")
    private String image;

    /** Name or id of the flavor. */
    @Parameter(property = "openstack.flavor")
    private String flavor;

    /** Names or ids of the networks to put the server on; may be left out where the project has just one. */
    @Parameter(property = "openstack.networks")
    private List<String> networks;

    /** Metadata of the server, beside the plugin's own marks. */
    @Parameter
    private Map<String, String> metadata = Map.of();

    /** How long the server may take until it is ready: {@code 90}, {@code 90s}, {@code 10m}, {@code 2h} or ISO-8601. */
    @Parameter(property = "openstack.timeout", defaultValue = "10m")
    private String timeout;

    /** Where {@code servers.json} goes. */
    @Parameter(property = "openstack.outputDirectory", defaultValue = "${project.build.directory}/openstack")
    private File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    void run() {
        ServerSpec spec = spec();
        Duration patience = DurationText.parse(
                "timeout", commandLine().text("timeout", timeout).orElseThrow());
        Cloud cloud = logIn();
        ProgressLog progress = new ProgressLog(getLog()::info);
        Plan plan = new Planner(cloud.images(), cloud.compute(), cloud::network, build().lookUps()).plan(spec);
        progress.planned(plan);
        Launch launch = new Launch(cloud.compute(), Time.system(), PollSchedule.standard(), progress);
        publish(LaunchedServer.of(plan, launch.launch(plan, marks().metadata(), patience)));
    }

    private ServerSpec spec() {
        CommandLine line = commandLine();
        return new ServerSpec(
                line.text("name", name).orElse(""),
                line.text("image", image).orElse(""),
                line.text("flavor", flavor).orElse(""),
                line.list("networks", networks),
                metadata);
    }

    private Marks marks() {
        return Marks.of(build().id(), project.getGroupId() + ":" + project.getArtifactId(), System.getenv());
    }

    private void publish(LaunchedServer server) {
        LaunchOutputs outputs = new LaunchOutputs(List.of(server));
        project.getProperties().putAll(outputs.properties());
        outputs.properties().entrySet().stream()
                .filter(property -> property.getKey().matches("openstack\\.server\\.(id|name|ip)"))
                .forEach(property -> getLog().info(property.getKey() + " = " + property.getValue()));
        getLog().info("Written to " + outputs.write(outputDirectory.toPath()));
    }
}
