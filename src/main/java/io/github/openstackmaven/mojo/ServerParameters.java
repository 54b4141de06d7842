package io.github.openstackmaven.mojo;

import io.github.openstackmaven.pom.FlavorParameter;
import io.github.openstackmaven.pom.ImageParameter;
import io.github.openstackmaven.pom.NetworkParameter;
import io.github.openstackmaven.pom.PrepareParameter;
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

    /**
     * The server's name.
     *
     * <p>Default: the project's artifactId.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.name")
    public void setName(String name) {
        topLevel.name = name;
    }

    /**
     * How many servers like this, named NAME-1 to NAME-N; one has no number.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.count", defaultValue = "1")
    public void setCount(String count) {
        topLevel.count = count;
    }

    /**
     * The image: name or id; or a <a href="image.html">block</a> of {@code name} or {@code nameRegex},
     * {@code owner}, {@code visibility}, {@code tags}, {@code properties} and {@code mostRecent}.
     * On the command line {@code -Dopenstack.image}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <image>debian-12</image>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setImage(ImageParameter image) {
        topLevel.image = image;
    }

    /**
     * The flavor: name or id; or a <a href="flavor.html">block</a> of {@code minVcpus}, {@code minRam} and
     * {@code minDisk} for the smallest that has as much. On the command line {@code -Dopenstack.flavor}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <flavor>m1.small</flavor>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setFlavor(FlavorParameter flavor) {
        topLevel.flavor = flavor;
    }

    /**
     * The networks to put the server on, each a name or id, or a <a href="network.html">block</a> of {@code name} or
     * {@code port}, {@code fixedIp} and {@code tag}; or {@code auto} or {@code none}. Without a floating IP the server is
     * reached at its address on the first. On the command line {@code -Dopenstack.networks}.
     *
     * <p>Default: the project's network, where it has just one.
     *
     * <p>Example: {@code <networks><network>lan</network></networks>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setNetworks(List<NetworkParameter> networks) {
        topLevel.networks = networks;
    }

    /**
     * A floating IP for the server, which is deleted with it: the name of the external network it is of,
     * {@code true} for the only one there is, or {@code false}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <floatingIp>public</floatingIp>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.floatingIp")
    public void setFloatingIp(String floatingIp) {
        topLevel.floatingIp = floatingIp;
    }

    /**
     * Whether the server's address is one of IPv6 where it has both.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.preferIpv6", defaultValue = "false")
    public void setPreferIpv6(String preferIpv6) {
        topLevel.preferIpv6 = preferIpv6;
    }

    /**
     * Names or ids of security groups. On the command line {@code -Dopenstack.securityGroups}.
     *
     * <p>Default: the project's {@code default}.
     *
     * <p>Example: {@code <securityGroups>default,web</securityGroups>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setSecurityGroups(List<String> securityGroups) {
        topLevel.securityGroups = securityGroups;
    }

    /**
     * What the server lets in besides, as a group made for this launch: {@code tcp 22 from 10.0.0.0/8},
     * {@code udp 8000-8100}, {@code icmp}, {@code any from group web}. Without {@code from} it is anywhere, IPv4 and IPv6.
     * On the command line {@code -Dopenstack.ingress}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <ingress>tcp 22,tcp 8080</ingress>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setIngress(List<String> ingress) {
        topLevel.ingress = ingress;
    }

    /**
     * The SSH key that opens the server: the name of a keypair of the user's; or {@code ephemeral} for one that is
     * made for this build and deleted with it.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <keyPair>ephemeral</keyPair>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.keyPair")
    public void setKeyPair(String keyPair) {
        topLevel.keyPair = keyPair;
    }

    /**
     * The private half of the keypair, for what logs in to the server; a path is relative to the project.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <keyFile>~/.ssh/id_ed25519</keyFile>}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.keyFile")
    public void setKeyFile(String keyFile) {
        topLevel.keyFile = keyFile;
    }

    /**
     * The administrator's password, for images that take one, such as those of Windows. Maven prints what the POM
     * says with -X: {@code -Dopenstack.adminPassword} keeps it out.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setAdminPassword(String adminPassword) {
        topLevel.adminPassword = adminPassword;
    }

    /**
     * The server group the server is in: name or id; or a <a href="serverGroup.html">block</a> of {@code name} and
     * {@code policy}. Where there is none of that name, one is made and deleted with the server.
     * On the command line {@code -Dopenstack.serverGroup}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <serverGroup>cluster</serverGroup>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setServerGroup(ServerGroupParameter serverGroup) {
        topLevel.serverGroup = serverGroup;
    }

    /**
     * The volume the server boots from instead of its flavor's disk: a <a href="volume.html">block</a> of
     * {@code size}, {@code type}, {@code name} and {@code deleteOnTermination} for one made of the image, or of a
     * {@code snapshot}. Or the name or id of a {@code volume} there is, in the image's place.
     * On the command line {@code -Dopenstack.bootVolume}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <bootVolume><size>20</size></bootVolume>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setBootVolume(VolumeParameter bootVolume) {
        topLevel.bootVolume = bootVolume;
    }

    /**
     * Further volumes, each a {@code <volume>}: the name or id of one there is, or a <a href="volume.html">block</a> of
     * {@code size}, {@code type}, {@code name}, {@code snapshot} and {@code deleteOnTermination} for one that is made.
     * On the command line {@code -Dopenstack.volumes}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <volumes><volume><size>10</size></volume></volumes>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setVolumes(List<VolumeParameter> volumes) {
        topLevel.volumes = volumes;
    }

    /**
     * Metadata of the server, beside the plugin's own marks. On the command line {@code -Dopenstack.metadata.KEY}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <metadata><role>db</role></metadata>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setMetadata(Map<String, String> metadata) {
        topLevel.metadata = metadata;
    }

    /**
     * What the server is for, for whoever finds it.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.description")
    public void setDescription(String description) {
        topLevel.description = description;
    }

    /**
     * Tags of the server. On the command line {@code -Dopenstack.tags}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <tags>it,nightly</tags>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setTags(List<String> tags) {
        topLevel.tags = tags;
    }

    /**
     * The server's host name, where it is not its name. Needs Nova's microversion 2.90, and 2.94 where it has a domain.
     *
     * <p>Default: the server's name.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.hostname")
    public void setHostname(String hostname) {
        topLevel.hostname = hostname;
    }

    /**
     * Swap space on a disk of the server's host, in MiB; not more than the flavor has.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.swap")
    public void setSwap(String swap) {
        topLevel.swap = swap;
    }

    /**
     * A further, blank disk of the server's host, in GiB; not more than the flavor has.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.ephemeral")
    public void setEphemeral(String ephemeral) {
        topLevel.ephemeral = ephemeral;
    }

    /**
     * What the server is told at its first boot. <code>@{server.NAME.ip}</code> is the address of another server,
     * which is waited for.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <userData>#!/bin/sh</userData>}, and more lines.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.userData")
    public void setUserData(String userData) {
        topLevel.userData = userData;
    }

    /**
     * The same from a file, relative to the project; several, and a text before them, are parts for cloud-init.
     * On the command line {@code -Dopenstack.userDataFile}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <userDataFile>src/it/web.yaml</userDataFile>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setUserDataFile(List<String> userDataFile) {
        topLevel.userDataFile = userDataFile;
    }

    /**
     * Whether <code>${name}</code> in user data is replaced by Maven's properties.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.filterUserData", defaultValue = "false")
    public void setFilterUserData(String filterUserData) {
        topLevel.filterUserData = filterUserData;
    }

    /**
     * Whether the server gets its metadata and user data on a drive as well.
     *
     * @since 1.0.0
     */
    @Parameter(property = "openstack.configDrive", defaultValue = "false")
    public void setConfigDrive(String configDrive) {
        topLevel.configDrive = configDrive;
    }

    /**
     * Availability zones, tried in this order where a zone has no host for the server. New volumes are made in the same, where
     * the cloud's volumes have it. On the command line {@code -Dopenstack.availabilityZones}.
     *
     * <p>Default: Nova's choice.
     *
     * <p>Example: {@code <availabilityZones>az1,az2</availabilityZones>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setAvailabilityZones(List<String> availabilityZones) {
        topLevel.availabilityZones = availabilityZones;
    }

    /**
     * Hints for Nova's scheduler. On the command line {@code -Dopenstack.schedulerHints.KEY}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <schedulerHints><different_host>ID</different_host></schedulerHints>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setSchedulerHints(Map<String, String> schedulerHints) {
        topLevel.schedulerHints = schedulerHints;
    }

    /**
     * A group that the server is in, or several: one of {@code inventory.yml}, and a name for all its servers, as in
     * {@code -Dopenstack.on}. On the command line {@code -Dopenstack.group}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <group>frontend</group>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setGroup(List<String> group) {
        topLevel.group = group;
    }

    /**
     * Servers of the same launch, or groups of them, that must be ready before this one is created. Said at the top
     * level it holds for the servers that are not named in it. On the command line {@code -Dopenstack.dependsOn}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <dependsOn>db,cache</dependsOn>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setDependsOn(List<String> dependsOn) {
        topLevel.dependsOn = dependsOn;
    }

    /**
     * What is done once, on a server of its own, and kept as an image from which all later launches of the same
     * description boot. A <a href="prepare.html">block</a> of {@code uploads}, {@code steps}, {@code userData},
     * {@code userDataFile}, {@code key}, {@code flavor}, {@code networks}, {@code user}, {@code timeout},
     * {@code maxAge} and {@code unusedFor}. On the command line {@code -Dopenstack.prepare.key} and so on.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <prepare><steps><step>sudo apt-get install -y postgresql</step></steps></prepare>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setPrepare(PrepareParameter prepare) {
        topLevel.prepare = prepare;
    }

    /**
     * Files of the server whose last 10 MiB are fetched by SSH into {@code NAME/logs} when the build fails, before
     * the server is deleted. On the command line {@code -Dopenstack.logs}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <logs>/var/log/app.log</logs>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setLogs(List<String> logs) {
        topLevel.logs = logs;
    }

    /**
     * What must hold before the server counts as ready: a <a href="waitFor.html">block</a> of {@code status},
     * {@code tcp}, {@code ssh}, {@code cloudInit}, {@code http} and {@code log}. On the command line
     * {@code -Dopenstack.waitFor.tcp}, {@code -Dopenstack.waitFor.ssh.user} and so on: beside what the POM waits
     * for.
     *
     * <p>Default: its {@code status} is ACTIVE.
     *
     * <p>Example: {@code <waitFor><ssh>debian</ssh></waitFor>}.
     *
     * @since 1.0.0
     */
    @Parameter
    public void setWaitFor(WaitForParameter waitFor) {
        topLevel.waitFor = waitFor;
    }
}
