package io.github.openstackmaven.mojo;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.cloud.Cloud;
import io.github.openstackmaven.ledger.Marks;
import io.github.openstackmaven.plan.Planner;
import io.github.openstackmaven.plan.ServerSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that describe a server have in common. */
abstract class ServerMojo extends CloudMojo {

    /** The server's name; by default the project's artifactId. */
    @Parameter(property = "openstack.name")
    private String name;

    /** How many servers like this, named NAME-1 to NAME-N. */
    @Parameter(property = "openstack.count")
    private Integer count;

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
    private List<NetworkParameter> networks;

    /** Names or ids of security groups; by default the project's {@code default}. */
    @Parameter(property = "openstack.securityGroups")
    private List<String> securityGroups;

    /** Name of a keypair of the user, whose public half the server gets. */
    @Parameter(property = "openstack.keyPair")
    private String keyPair;

    /** Metadata of the server, beside the plugin's own marks. */
    @Parameter
    private Map<String, String> metadata;

    /** What the server is for, for whoever finds it. */
    @Parameter(property = "openstack.description")
    private String description;

    /** Tags of the server. */
    @Parameter(property = "openstack.tags")
    private List<String> tags;

    /** The server's host name, where it is not its name. */
    @Parameter(property = "openstack.hostname")
    private String hostname;

    /** What the server is told at its first boot. <code>@{server.NAME.ip}</code> is the address of a server before it. */
    @Parameter(property = "openstack.userData")
    private String userData;

    /** The same from a file, relative to the project; several, and a text before them, are parts for cloud-init. */
    @Parameter(property = "openstack.userDataFile")
    private List<String> userDataFile;

    /** Whether <code>${name}</code> in user data is replaced by Maven's properties. */
    @Parameter(property = "openstack.filterUserData")
    private Boolean filterUserData;

    /** Whether the server gets its metadata and user data on a drive as well. */
    @Parameter(property = "openstack.configDrive")
    private Boolean configDrive;

    /** Availability zones, tried in this order where a zone has no host for the server. */
    @Parameter(property = "openstack.availabilityZones")
    private List<String> availabilityZones;

    /** Hints for Nova's scheduler. */
    @Parameter
    private Map<String, String> schedulerHints;

    /**
     * Several servers that differ: a list of {@code <server>} blocks of all these elements. What a block leaves out it
     * takes from the top level.
     */
    @Parameter
    private List<ServerBlock> servers = List.of();

    /** The servers, as the command line, their own blocks and the top level describe them. */
    final List<ServerSpec> specs() {
        ServerElements first = new CommandLineServer(commandLine(), userDataFiles()).elements();
        ServerElements last = topLevel();
        List<ServerElements> blocks = servers.isEmpty()
                ? List.of(last)
                : servers.stream().map(block -> block.elements(userDataFiles())).toList();
        List<ServerSpec> specs = blocks.stream()
                .flatMap(block -> first.patching(block.over(last)).specs(properties()))
                .toList();
        Set<String> names = new HashSet<>();
        specs.stream()
                .map(ServerSpec::name)
                .filter(one -> !names.add(one))
                .findFirst()
                .ifPresent(twice -> {
                    throw new OpenStackException(
                            "Two servers are called '" + twice + "'", "Give each <server> a <name> of its own.");
                });
        return specs;
    }

    private ServerElements topLevel() {
        return ServerElements.bound(
                Optional.ofNullable(name).or(this::artifactId),
                count,
                image,
                flavor,
                networks,
                securityGroups,
                keyPair,
                metadata,
                description,
                tags,
                hostname,
                userDataFiles().read(userData, userDataFile),
                filterUserData,
                configDrive,
                availabilityZones,
                schedulerHints);
    }

    final Planner planner(Cloud cloud) {
        return new Planner(cloud, build().executor());
    }

    final Marks marks() {
        return Marks.of(build().id(), project().getGroupId() + ":" + project().getArtifactId(), System.getenv());
    }

    private UserDataFiles userDataFiles() {
        return new UserDataFiles(folder());
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        Stream.of(
                        project().getProperties(),
                        session().getSystemProperties(),
                        session().getUserProperties())
                .forEach(some -> some.stringPropertyNames()
                        .forEach(property -> properties.put(property, some.getProperty(property))));
        properties.put("project.artifactId", project().getArtifactId());
        properties.put("project.version", project().getVersion());
        return properties;
    }

    private Optional<String> artifactId() {
        return hasPom() ? Optional.of(project().getArtifactId()) : Optional.empty();
    }
}
