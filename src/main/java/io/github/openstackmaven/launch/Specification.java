package io.github.openstackmaven.launch;

import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.plan.Content;
import io.github.openstackmaven.plan.PlannedBoot;
import io.github.openstackmaven.plan.PlannedNetworks;
import io.github.openstackmaven.plan.PlannedServer;
import io.github.openstackmaven.plan.PlannedServerGroup;
import io.github.openstackmaven.plan.PlannedVolume;
import io.github.openstackmaven.plan.ServerOptions;
import io.github.openstackmaven.plan.UserData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server was described by, without whose it is and without secrets: two servers of one description are alike.
 *
 * @param parts in the order of their names
 */
record Specification(Map<String, Object> parts) {
    /** The metadata key of {@link #digest()}. */
    static final String MARK = "maven:spec";

    static Specification of(PlannedServer plan) {
        ServerOptions options = plan.spec().options();
        Map<String, Object> parts = new TreeMap<>();
        parts.put("name", plan.name());
        parts.put("boot", boot(plan.boot()));
        parts.put("flavor", plan.flavor().id());
        parts.put(
                "networks",
                plan.networks().nics().stream().map(Specification::nic).toList());
        parts.put("securityGroups", plan.access().securityGroups());
        parts.put(
                "ingress",
                plan.access().ingress().stream().map(Object::toString).toList());
        parts.put("key", plan.access().key().toString());
        parts.put("floatingIp", plan.access().floatingNetwork().map(network -> network.id()));
        parts.put("serverGroup", plan.serverGroup().map(Specification::group));
        parts.put("volumes", plan.volumes().stream().map(Specification::volume).toList());
        parts.put("metadata", new TreeMap<>(plan.spec().metadata()));
        parts.put("description", options.description());
        parts.put("tags", options.tags());
        parts.put("hostname", options.hostname());
        parts.put("userData", options.userData().map(Specification::userData));
        parts.put("configDrive", options.configDrive());
        parts.put("availabilityZones", options.availabilityZones());
        parts.put("schedulerHints", new TreeMap<>(options.schedulerHints()));
        return new Specification(parts);
    }

    /** SHA-256, in hexadecimal digits. */
    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Json.write(parts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String userData(UserData data) {
        Content content = data.content();
        return content.text().orElseGet(() -> Base64.getEncoder().encodeToString(content.bytes()));
    }

    private static String boot(PlannedBoot boot) {
        return boot instanceof PlannedBoot.OnVolume on
                ? volume(on.volume())
                : "image " + boot.image().orElseThrow().id();
    }

    // Not the whole records of what exists: their states change.
    private static String volume(PlannedVolume volume) {
        return volume instanceof PlannedVolume.Existing existing
                ? "volume " + existing.volume().id()
                : volume.toString();
    }

    private static List<String> nic(PlannedNetworks.Nic nic) {
        String tag = nic.tag().orElse("");
        if (nic instanceof PlannedNetworks.OnPort on)
            return List.of("port", on.port().id(), tag);
        if (nic instanceof PlannedNetworks.OnOwnPort own) {
            return List.of("network", own.network().id(), own.fixedIp(), tag);
        }
        return List.of("network", ((PlannedNetworks.OnNetwork) nic).network().id(), tag);
    }

    private static String group(PlannedServerGroup group) {
        return group instanceof PlannedServerGroup.Existing existing
                ? "group " + existing.group().id()
                : group.toString();
    }
}
