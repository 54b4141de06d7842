package io.github.openstackmaven.mojo;

import io.github.openstackmaven.pom.FlavorParameter;
import io.github.openstackmaven.pom.ImageParameter;
import io.github.openstackmaven.pom.NetworkParameter;
import io.github.openstackmaven.pom.ServerBlock;
import io.github.openstackmaven.pom.ServerGroupParameter;
import io.github.openstackmaven.pom.VolumeParameter;
import io.github.openstackmaven.pom.WaitForParameter;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * The elements that describe a server, at the top level. Numbers and switches come as text, for messages that name them.
 * The class is public since Maven would else see no generic types of its setters.
 */
public abstract class ServerParameters extends CloudMojo {
    final ServerBlock topLevel = new ServerBlock();

    /** The server's name; by default the project's artifactId. */
    @Parameter(property = "openstack.name")
    public void setName(String name) {
        topLevel.name = name;
    }

    /** How many servers like this, named NAME-1 to NAME-N; by default 1, and one has no number. */
    @Parameter(property = "openstack.count")
    public void setCount(String count) {
        topLevel.count = count;
    }

    /**
     * The image: name or id, such as {@code debian-12}; or a block of {@code name} or {@code nameRegex}, {@code
     * owner}, {@code visibility}, {@code tags}, {@code properties}, and {@code mostRecent} to take the newest of
     * several.
     */
    @Parameter(property = "openstack.image")
    public void setImage(ImageParameter image) {
        topLevel.image = image;
    }

    /**
     * The flavor: name or id, such as {@code m1.small}; or a block of {@code minVcpus}, {@code minRam} (MiB) and
     * {@code minDisk} (GiB) for the smallest that has as much.
     */
    @Parameter(property = "openstack.flavor")
    public void setFlavor(FlavorParameter flavor) {
        topLevel.flavor = flavor;
    }

    /**
     * The networks to put the server on, each a name or id, or a block of {@code name} or {@code port}, {@code
     * fixedIp} and {@code tag}; or {@code auto} or {@code none}. May be left out where the project has just one.
     */
    @Parameter(property = "openstack.networks")
    public void setNetworks(List<NetworkParameter> networks) {
        topLevel.networks = networks;
    }

    /**
     * A floating IP for the server, which is deleted with it: the name of the external network it is of, or {@code
     * true} for the only one there is.
     */
    @Parameter(property = "openstack.floatingIp")
    public void setFloatingIp(String floatingIp) {
        topLevel.floatingIp = floatingIp;
    }

    /** Whether the server's address is one of IPv6 where it has both; by default false. */
    @Parameter(property = "openstack.preferIpv6")
    public void setPreferIpv6(String preferIpv6) {
        topLevel.preferIpv6 = preferIpv6;
    }

    /** Names or ids of security groups, such as {@code default,web}; by default the project's {@code default}. */
    @Parameter(property = "openstack.securityGroups")
    public void setSecurityGroups(List<String> securityGroups) {
        topLevel.securityGroups = securityGroups;
    }

    /**
     * What the server lets in besides, as rules of a group made for this launch and deleted with it: {@code tcp 22
     * from 10.0.0.0/8}, {@code udp 8000-8100}, {@code icmp}, {@code any from group web}.
     */
    @Parameter(property = "openstack.ingress")
    public void setIngress(List<String> ingress) {
        topLevel.ingress = ingress;
    }

    /**
     * The SSH key that opens the server: the name of a keypair of the user's; or {@code ephemeral} for one that is
     * made for this build and deleted with it.
     */
    @Parameter(property = "openstack.keyPair")
    public void setKeyPair(String keyPair) {
        topLevel.keyPair = keyPair;
    }

    /**
     * The private half of the keypair, for what logs in to the server: {@code ~/.ssh/id_ed25519}, or a path
     * relative to the project.
     */
    @Parameter(property = "openstack.keyFile")
    public void setKeyFile(String keyFile) {
        topLevel.keyFile = keyFile;
    }

    /**
     * The administrator's password, for images that take one, such as those of Windows. Maven prints what the POM
     * says with -X: {@code -Dopenstack.adminPassword} keeps it out.
     */
    @Parameter
    public void setAdminPassword(String adminPassword) {
        topLevel.adminPassword = adminPassword;
    }

    /**
     * The server group the server is in: name or id, such as {@code cluster}; or a block of {@code name} and
     * {@code policy}. Where there is none of that name, one is made and deleted with the server; its policy is
     * {@code affinity}, {@code anti-affinity}, {@code soft-affinity} or, by default, {@code soft-anti-affinity}.
     */
    @Parameter(property = "openstack.serverGroup")
    public void setServerGroup(ServerGroupParameter serverGroup) {
        topLevel.serverGroup = serverGroup;
    }

    /**
     * The volume the server boots from instead of its flavor's disk: a block of {@code size} (GiB), {@code type},
     * {@code name} and {@code deleteOnTermination} (by default true) for one that is made of the image, or of a
     * {@code snapshot}; or the name or id of a {@code volume} there is, which takes the image's place.
     */
    @Parameter(property = "openstack.bootVolume")
    public void setBootVolume(VolumeParameter bootVolume) {
        topLevel.bootVolume = bootVolume;
    }

    /**
     * Further volumes, each the name or id of one there is; or a block of {@code size} (GiB), {@code type}, {@code
     * name}, {@code snapshot} and {@code deleteOnTermination} (by default true) for one that is made.
     */
    @Parameter(property = "openstack.volumes")
    public void setVolumes(List<VolumeParameter> volumes) {
        topLevel.volumes = volumes;
    }

    /**
     * Metadata of the server, beside the plugin's own marks. On the command line {@code -Dopenstack.metadata.KEY}.
     */
    @Parameter
    public void setMetadata(Map<String, String> metadata) {
        topLevel.metadata = metadata;
    }

    /** What the server is for, for whoever finds it. */
    @Parameter(property = "openstack.description")
    public void setDescription(String description) {
        topLevel.description = description;
    }

    /** Tags of the server, such as {@code it,nightly}. */
    @Parameter(property = "openstack.tags")
    public void setTags(List<String> tags) {
        topLevel.tags = tags;
    }

    /** The server's host name, where it is not its name. */
    @Parameter(property = "openstack.hostname")
    public void setHostname(String hostname) {
        topLevel.hostname = hostname;
    }

    /** Swap space on a disk of the server's host, in MiB; not more than the flavor has. */
    @Parameter(property = "openstack.swap")
    public void setSwap(String swap) {
        topLevel.swap = swap;
    }

    /** A further, blank disk of the server's host, in GiB; not more than the flavor has. */
    @Parameter(property = "openstack.ephemeral")
    public void setEphemeral(String ephemeral) {
        topLevel.ephemeral = ephemeral;
    }

    /**
     * What the server is told at its first boot. <code>@{server.NAME.ip}</code> is the address of another server,
     * which is waited for.
     */
    @Parameter(property = "openstack.userData")
    public void setUserData(String userData) {
        topLevel.userData = userData;
    }

    /** The same from a file, relative to the project; several, and a text before them, are parts for cloud-init. */
    @Parameter(property = "openstack.userDataFile")
    public void setUserDataFile(List<String> userDataFile) {
        topLevel.userDataFile = userDataFile;
    }

    /** Whether <code>${name}</code> in user data is replaced by Maven's properties; by default false. */
    @Parameter(property = "openstack.filterUserData")
    public void setFilterUserData(String filterUserData) {
        topLevel.filterUserData = filterUserData;
    }

    /** Whether the server gets its metadata and user data on a drive as well; by default false. */
    @Parameter(property = "openstack.configDrive")
    public void setConfigDrive(String configDrive) {
        topLevel.configDrive = configDrive;
    }

    /** Availability zones, tried in this order where a zone has no host for the server. */
    @Parameter(property = "openstack.availabilityZones")
    public void setAvailabilityZones(List<String> availabilityZones) {
        topLevel.availabilityZones = availabilityZones;
    }

    /**
     * Hints for Nova's scheduler, such as {@code different_host}. On the command line {@code
     * -Dopenstack.schedulerHints.KEY}.
     */
    @Parameter
    public void setSchedulerHints(Map<String, String> schedulerHints) {
        topLevel.schedulerHints = schedulerHints;
    }

    /**
     * A group that the server is in, or several: one of {@code inventory.yml}, and a name for all its servers, as in {@code
     * -Dopenstack.on}.
     */
    @Parameter(property = "openstack.group")
    public void setGroup(List<String> group) {
        topLevel.group = group;
    }

    /**
     * Servers of the same launch, or groups of them, that must be ready before this one is created: {@code db,cache}. Said at
     * the top level it holds for the servers that are not named in it.
     */
    @Parameter(property = "openstack.dependsOn")
    public void setDependsOn(List<String> dependsOn) {
        topLevel.dependsOn = dependsOn;
    }

    /**
     * Files of the server, such as {@code /var/log/app.log}, whose last 10 MiB are fetched by SSH into {@code NAME/logs}
     * when the build fails, before the server is deleted.
     */
    @Parameter(property = "openstack.logs")
    public void setLogs(List<String> logs) {
        topLevel.logs = logs;
    }

    /**
     * What must hold before the server counts as ready: a block of {@code status} (by default ACTIVE), {@code tcp}
     * (ports: {@code 22,80}), {@code ssh} (a user, or a block of {@code user}, {@code port} and {@code command}; the user may be left out, or
     * {@code true} stand for all, where the image names one in {@code os_admin_user}), {@code cloudInit} ({@code true}), {@code http} (a URL such as <code>http://@{ip}/health</code>, or a
     * block of {@code url}, {@code status} and {@code body}) and {@code log} (a regular expression for the console's
     * log); the blocks take a {@code timeout} as well, and {@code false} is none. On the command line {@code -Dopenstack.waitFor.tcp}, {@code -Dopenstack.waitFor.ssh.user} and so on: beside what the POM waits for.
     */
    @Parameter
    public void setWaitFor(WaitForParameter waitFor) {
        topLevel.waitFor = waitFor;
    }
}
