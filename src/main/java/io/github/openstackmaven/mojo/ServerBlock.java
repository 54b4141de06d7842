package io.github.openstackmaven.mojo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code <server>} in {@code <servers>}: what it leaves out it takes from the top level. */
public final class ServerBlock {
    private String name;
    private Integer count;
    private ImageParameter image;
    private FlavorParameter flavor;
    private List<NetworkParameter> networks;
    private List<String> securityGroups;
    private String keyPair;
    private Map<String, String> metadata;
    private String description;
    private List<String> tags;
    private String hostname;
    private String userData;
    private List<String> userDataFile;
    private Boolean filterUserData;
    private Boolean configDrive;
    private List<String> availabilityZones;
    private Map<String, String> schedulerHints;

    ServerElements elements(UserDataFiles files) {
        return ServerElements.bound(
                Optional.ofNullable(name),
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
                files.read(userData, userDataFile),
                filterUserData,
                configDrive,
                availabilityZones,
                schedulerHints);
    }
}
