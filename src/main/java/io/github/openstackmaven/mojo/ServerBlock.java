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
        return new ServerElements(
                Optional.ofNullable(name),
                Optional.ofNullable(count),
                Optional.ofNullable(image).filter(ImageParameter::given).map(ImageParameter::spec),
                Optional.ofNullable(flavor).filter(FlavorParameter::given).map(FlavorParameter::spec),
                Optional.ofNullable(networks).map(NetworkParameter::specs),
                Optional.ofNullable(securityGroups).map(CommandLine::clean),
                Optional.ofNullable(keyPair),
                Optional.ofNullable(metadata).map(CommandLine::clean),
                Optional.ofNullable(description),
                Optional.ofNullable(tags).map(CommandLine::clean),
                Optional.ofNullable(hostname),
                files.read(userData, userDataFile),
                Optional.ofNullable(filterUserData),
                Optional.ofNullable(configDrive),
                Optional.ofNullable(availabilityZones).map(CommandLine::clean),
                Optional.ofNullable(schedulerHints).map(CommandLine::clean));
    }
}
