package io.github.openstackmaven.mojo;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.ImageSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.ServerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals that describe a server have in common. */
abstract class ServerMojo extends CloudMojo {

    /** The server's name. */
    @Parameter(property = "openstack.name", defaultValue = "${project.artifactId}")
    private String name;

    /**
     * The image: name or id; or a block of {@code name} or {@code nameRegex}, {@code owner}, {@code visibility},
     * {@code tags}, {@code properties}, and {@code mostRecent} to take the newest of several.
     */
    @Parameter(property = "openstack.image")
    private ImageParameter image;

    /**
     * The flavor: name or id; or a block of {@code minVcpus}, {@code minRam} (MiB) and {@code minDisk} (GiB) for the
     * smallest that has as much.
     */
    @Parameter(property = "openstack.flavor")
    private FlavorParameter flavor;

    /**
     * The networks to put the server on, each a name or id, or a block of {@code name} or {@code port}, {@code fixedIp}
     * and {@code tag}; or {@code auto} or {@code none}. May be left out where the project has just one.
     */
    @Parameter(property = "openstack.networks")
    private List<NetworkParameter> networks = List.of();

    /** Names or ids of security groups; by default the project's {@code default}. */
    @Parameter(property = "openstack.securityGroups")
    private List<String> securityGroups;

    /** Name of a keypair of the user, whose public half the server gets. */
    @Parameter(property = "openstack.keyPair")
    private String keyPair;

    /** Metadata of the server, beside the plugin's own marks. */
    @Parameter
    private Map<String, String> metadata = Map.of();

    /** What the server is for, for whoever finds it. */
    @Parameter(property = "openstack.description")
    private String description;

    /** Tags of the server. */
    @Parameter(property = "openstack.tags")
    private List<String> tags;

    /** The server's host name, where it is not its name. */
    @Parameter(property = "openstack.hostname")
    private String hostname;

    /** Whether the server gets its metadata and user data on a drive as well. */
    @Parameter(property = "openstack.configDrive", defaultValue = "false")
    private boolean configDrive;

    /** Availability zones, tried in this order where a zone has no host for the server. */
    @Parameter(property = "openstack.availabilityZones")
    private List<String> availabilityZones;

    /** Hints for Nova's scheduler. */
    @Parameter
    private Map<String, String> schedulerHints = Map.of();

    /** Where the goal's files go. */
    @Parameter(property = "openstack.outputDirectory", defaultValue = "${project.build.directory}/openstack")
    private String outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    final MavenProject project() {
        return project;
    }

    final ServerSpec spec() {
        CommandLine line = commandLine();
        return new ServerSpec(
                line.text("name", name).orElse(""),
                line.text("image", null)
                        .<ImageSpec>map(ImageSpec.Named::new)
                        .or(() -> Optional.ofNullable(image).map(ImageParameter::spec))
                        .orElseThrow(() -> ServerSpec.missing("image")),
                line.text("flavor", null)
                        .<FlavorSpec>map(FlavorSpec.Named::new)
                        .or(() -> Optional.ofNullable(flavor).map(FlavorParameter::spec))
                        .orElseThrow(() -> ServerSpec.missing("flavor")),
                NetworksSpec.of(nics(line)),
                line.list("securityGroups", securityGroups),
                line.text("keyPair", keyPair),
                line.map("metadata", metadata),
                new ServerOptions(
                        line.text("description", description),
                        line.list("tags", tags),
                        line.text("hostname", hostname),
                        Optional.empty(),
                        line.flag("configDrive", configDrive),
                        line.list("availabilityZones", availabilityZones),
                        line.map("schedulerHints", schedulerHints)));
    }

    private List<NetworksSpec.Nic> nics(CommandLine line) {
        List<String> given = line.list("networks", null);
        return given.isEmpty()
                ? networks.stream().map(NetworkParameter::spec).toList()
                : given.stream().map(NetworksSpec.Nic::on).toList();
    }

    final Planner planner(Cloud cloud) {
        return new Planner(cloud, build().lookUps());
    }

    final Map<String, String> marks() {
        return Marks.of(build().id(), project.getGroupId() + ":" + project.getArtifactId(), System.getenv())
                .metadata();
    }

    /** The folder; relative to the project, or to where Maven was called without one. */
    final Path outputDirectory() {
        Path written =
                Path.of(commandLine().text("outputDirectory", outputDirectory).orElseThrow());
        return project.getBasedir() == null
                ? written
                : project.getBasedir().toPath().resolve(written);
    }
}
