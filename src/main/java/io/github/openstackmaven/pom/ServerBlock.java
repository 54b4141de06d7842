package io.github.openstackmaven.pom;

import java.util.List;
import java.util.Map;

/**
 * The elements that describe a server, as Maven binds them: {@code <server>} in {@code <servers>}, the top level, or the
 * command line. What was left out is null. The goals' parameters say what each means.
 */
public final class ServerBlock {
    public String name;
    public String count;
    public ImageParameter image;
    public FlavorParameter flavor;
    public List<NetworkParameter> networks;
    public String floatingIp;
    public String preferIpv6;
    public List<String> securityGroups;
    public List<String> ingress;
    public String keyPair;
    public String keyFile;
    public String adminPassword;
    public ServerGroupParameter serverGroup;
    public VolumeParameter bootVolume;
    public List<VolumeParameter> volumes;
    public Map<String, String> metadata;
    public String description;
    public List<String> tags;
    public String hostname;
    public String swap;
    public String ephemeral;
    public String userData;
    public List<String> userDataFile;
    public String filterUserData;
    public String configDrive;
    public List<String> availabilityZones;
    public Map<String, String> schedulerHints;
    public WaitForParameter waitFor;
}
