package io.github.openstackmaven.mojo;

import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals that describe a server have in common. */
abstract class ServerMojo extends CloudMojo {

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

    /** What the server is for, for whoever finds it. */
    @Parameter(property = "openstack.description")
    private String description;

    /** Tags of the server. */
    @Parameter(property = "openstack.tags")
    private List<String> tags;

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
                line.text("image", image).orElse(""),
                line.text("flavor", flavor).orElse(""),
                line.list("networks", networks),
                metadata,
                line.text("description", description),
                line.list("tags", tags));
    }

    final Planner planner(Cloud cloud) {
        return new Planner(cloud.images(), cloud.compute(), cloud::network, build().lookUps());
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
