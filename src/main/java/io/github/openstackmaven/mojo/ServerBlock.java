package io.github.openstackmaven.mojo;

import java.util.List;
import java.util.Map;

/**
 * The elements that describe a server, as Maven binds them: {@code <server>} in {@code <servers>}, the top level, or the
 * command line. What was left out is null. {@link ServerParameters} says what each means.
 */
public final class ServerBlock {
    String name;
    String count;
    ImageParameter image;
    FlavorParameter flavor;
    List<NetworkParameter> networks;
    String floatingIp;
    String preferIpv6;
    List<String> securityGroups;
    List<String> ingress;
    String keyPair;
    String keyFile;
    String adminPassword;
    ServerGroupParameter serverGroup;
    VolumeParameter bootVolume;
    List<VolumeParameter> volumes;
    Map<String, String> metadata;
    String description;
    List<String> tags;
    String hostname;
    String userData;
    List<String> userDataFile;
    String filterUserData;
    String configDrive;
    List<String> availabilityZones;
    Map<String, String> schedulerHints;
    WaitForParameter waitFor;
}
