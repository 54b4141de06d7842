package io.github.openstackmaven.pom;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The elements that describe a server, as Maven binds them: {@code <server>} in {@code <servers>}, the top level, or the
 * command line. What was left out is null. The goals' parameters say what each means.
 */
public final class ServerBlock {
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
    public @Nullable List<String> logs;
    public @Nullable WaitForParameter waitFor;
}
