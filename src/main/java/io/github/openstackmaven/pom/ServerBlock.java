package io.github.openstackmaven.pom;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code <server>} in {@code <servers>}: the elements that describe a server, which may stand at the top level and on the
 * command line as well. What a block leaves out it takes from the top level.
 *
 * <p>Example: {@code <server><name>db</name><image>debian-12</image><flavor>m1.small</flavor></server>}.
 *
 * @since 1.0.0
 */
public final class ServerBlock {
    // What was left out is null; ServerParameters says what each means.
    public @Nullable String name;
    public @Nullable String count;
    public @Nullable ImageParameter image;
    public @Nullable FlavorParameter flavor;
    public @Nullable List<NetworkParameter> networks;
    public @Nullable String floatingIp;
    public @Nullable String preferIpv6;
    public @Nullable List<String> securityGroups;
    public @Nullable List<String> ingress;
    public @Nullable String keyPair;
    public @Nullable String keyFile;
    public @Nullable String adminPassword;
    public @Nullable ServerGroupParameter serverGroup;
    public @Nullable VolumeParameter bootVolume;
    public @Nullable List<VolumeParameter> volumes;
    public @Nullable Map<String, String> metadata;
    public @Nullable String description;
    public @Nullable List<String> tags;
    public @Nullable String hostname;
    public @Nullable String swap;
    public @Nullable String ephemeral;
    public @Nullable String userData;
    public @Nullable List<String> userDataFile;
    public @Nullable String filterUserData;
    public @Nullable String configDrive;
    public @Nullable List<String> availabilityZones;
    public @Nullable Map<String, String> schedulerHints;
    public @Nullable List<String> group;
    public @Nullable List<String> dependsOn;
    public @Nullable PrepareParameter prepare;
    public @Nullable List<String> logs;
    public @Nullable WaitForParameter waitFor;
}
