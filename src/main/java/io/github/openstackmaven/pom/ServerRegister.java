package io.github.openstackmaven.pom;

import io.github.openstackmaven.pom.BlockElement.Nested;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The elements of a server, at the top level, in a {@code <server>} block and on the command line. */
public final class ServerRegister extends Register<ServerBlock> {
    final Value<ServerBlock, String> name = text("name", server -> server.name);
    final Value<ServerBlock, String> count = text("count", server -> server.count);
    final Nested<ServerBlock, ImageParameter> image = block("image", server -> server.image, ImageParameter.ELEMENTS);
    final Nested<ServerBlock, FlavorParameter> flavor =
            block("flavor", server -> server.flavor, FlavorParameter.ELEMENTS);
    final Value<ServerBlock, List<NetworkParameter>> networks =
            blocks("networks", server -> server.networks, NetworkParameter::new);
    final Value<ServerBlock, String> floatingIp = text("floatingIp", server -> server.floatingIp);
    final Value<ServerBlock, String> preferIpv6 = text("preferIpv6", server -> server.preferIpv6);
    final Value<ServerBlock, List<String>> securityGroups = list("securityGroups", server -> server.securityGroups);
    final Value<ServerBlock, List<String>> ingress = list("ingress", server -> server.ingress);
    final Value<ServerBlock, String> keyPair = text("keyPair", server -> server.keyPair);
    final Value<ServerBlock, String> keyFile = text("keyFile", server -> server.keyFile);
    final Value<ServerBlock, String> adminPassword = text("adminPassword", server -> server.adminPassword);
    final Nested<ServerBlock, ServerGroupParameter> serverGroup =
            block("serverGroup", server -> server.serverGroup, ServerGroupParameter.ELEMENTS);
    final Nested<ServerBlock, VolumeParameter> bootVolume =
            block("bootVolume", server -> server.bootVolume, VolumeParameter.ELEMENTS);
    final Value<ServerBlock, List<VolumeParameter>> volumes =
            blocks("volumes", server -> server.volumes, VolumeParameter::new);
    final Value<ServerBlock, Map<String, String>> metadata = map("metadata", server -> server.metadata);
    final Value<ServerBlock, String> description = text("description", server -> server.description);
    final Value<ServerBlock, List<String>> tags = list("tags", server -> server.tags);
    final Value<ServerBlock, String> hostname = text("hostname", server -> server.hostname);
    final Value<ServerBlock, String> swap = text("swap", server -> server.swap);
    final Value<ServerBlock, String> ephemeral = text("ephemeral", server -> server.ephemeral);
    final Value<ServerBlock, String> userData = verbatim("userData", server -> server.userData);
    final Value<ServerBlock, List<String>> userDataFile = list("userDataFile", server -> server.userDataFile);
    final Value<ServerBlock, String> filterUserData = text("filterUserData", server -> server.filterUserData);
    final Value<ServerBlock, String> configDrive = text("configDrive", server -> server.configDrive);
    final Value<ServerBlock, List<String>> availabilityZones =
            list("availabilityZones", server -> server.availabilityZones);
    final Value<ServerBlock, Map<String, String>> schedulerHints =
            map("schedulerHints", server -> server.schedulerHints);
    final Value<ServerBlock, List<String>> group = list("group", server -> server.group);
    final Value<ServerBlock, List<String>> dependsOn = list("dependsOn", server -> server.dependsOn);
    final Nested<ServerBlock, PrepareParameter> prepare =
            block("prepare", server -> server.prepare, PrepareParameter.ELEMENTS);
    final Value<ServerBlock, List<String>> logs = list("logs", server -> server.logs);
    final Nested<ServerBlock, WaitForParameter> waitFor =
            block("waitFor", server -> server.waitFor, WaitForParameter.ELEMENTS);

    /**
     * What Maven's properties say of all that may have elements in it. Maven does not bind them itself: it would take the
     * property's text for the whole of an element, whatever the POM has written in it.
     */
    ServerBlock of(CommandLine properties) {
        ServerBlock block = new ServerBlock();
        properties.text(image.name()).ifPresent(text -> block.image = ShortForm.of(new ImageParameter(), text));
        properties.text(flavor.name()).ifPresent(text -> block.flavor = ShortForm.of(new FlavorParameter(), text));
        properties
                .text(serverGroup.name())
                .ifPresent(text -> block.serverGroup = ShortForm.of(new ServerGroupParameter(), text));
        properties
                .text(bootVolume.name())
                .ifPresent(text -> block.bootVolume = ShortForm.of(new VolumeParameter(), text));
        given(properties, networks).ifPresent(all -> block.networks = all);
        given(properties, volumes).ifPresent(all -> block.volumes = all);
        given(properties, securityGroups).ifPresent(all -> block.securityGroups = all);
        given(properties, ingress).ifPresent(all -> block.ingress = all);
        given(properties, tags).ifPresent(all -> block.tags = all);
        given(properties, userDataFile).ifPresent(all -> block.userDataFile = all);
        given(properties, availabilityZones).ifPresent(all -> block.availabilityZones = all);
        given(properties, group).ifPresent(all -> block.group = all);
        given(properties, dependsOn).ifPresent(all -> block.dependsOn = all);
        given(properties, logs).ifPresent(all -> block.logs = all);
        return block;
    }

    private static <V> Optional<V> given(CommandLine properties, Value<ServerBlock, V> element) {
        return element.given().apply(properties, element.name());
    }
}
