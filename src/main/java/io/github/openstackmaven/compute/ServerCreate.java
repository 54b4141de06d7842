package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server of <a href="https://docs.openstack.org/api-ref/compute/#create-server">POST /servers</a>.
 *
 * @param imageRef empty when it boots from a volume
 * @param blockDevices disks; where there are any, the one it boots from is among them
 * @param networks empty leaves the field out: Nova then takes the project's only network
 * @param userData Base64
 * @param adminPass empty leaves the password to Nova
 * @param minCount how many of it, which are then called {@code NAME-1} and so on; without {@code max_count} no more than that
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServerCreate(
        String name,
        Optional<String> imageRef,
        String flavorRef,
        Optional<Networks> networks,
        @JsonProperty("security_groups") List<SecurityGroupRef> securityGroups,
        @JsonProperty("key_name") Optional<String> keyName,

        @JsonInclude(value = JsonInclude.Include.NON_EMPTY, content = JsonInclude.Include.ALWAYS)
        Map<String, String> metadata,

        Optional<String> description,
        List<String> tags,
        Optional<String> hostname,
        @JsonProperty("user_data") Optional<String> userData,
        @JsonProperty("config_drive") Optional<Boolean> configDrive,
        @JsonProperty("availability_zone") Optional<String> availabilityZone,
        Optional<String> adminPass,
        @JsonProperty("block_device_mapping_v2") List<BlockDevice> blockDevices,
        @JsonProperty("min_count") Optional<Integer> minCount) {

    /** A server of that flavor, and all else as Nova has it. */
    public static Builder builder(String name, String flavorRef) {
        return new Builder(name, flavorRef);
    }

    /** A list of interfaces, or a word for all of them. */
    public sealed interface Networks {
        /** The interfaces; none where a word stands for all. */
        default List<Interface> interfaces() {
            return List.of();
        }
    }

    /** {@code auto} or {@code none}. */
    public record Allocation(@JsonValue String word) implements Networks {}

    /** One interface each. */
    public record Interfaces(@JsonValue List<Interface> list) implements Networks {
        @Override
        public List<Interface> interfaces() {
            return list;
        }
    }

    /** An interface on a network, by its id, or a port that is there already. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Interface(
            Optional<String> uuid,
            Optional<String> port,
            @JsonProperty("fixed_ip") Optional<String> fixedIp,
            Optional<String> tag) {}

    /** A security group by name or id. */
    public record SecurityGroupRef(String name) {}

    /** What one is made of, each by its name; what is not said is left out. */
    public static final class Builder {
        private final String name;
        private final String flavorRef;
        private Optional<String> imageRef = Optional.empty();
        private Optional<Networks> networks = Optional.empty();
        private List<SecurityGroupRef> securityGroups = List.of();
        private Optional<String> keyName = Optional.empty();
        private Map<String, String> metadata = Map.of();
        private Optional<String> description = Optional.empty();
        private List<String> tags = List.of();
        private Optional<String> hostname = Optional.empty();
        private Optional<String> userData = Optional.empty();
        private Optional<Boolean> configDrive = Optional.empty();
        private Optional<String> availabilityZone = Optional.empty();
        private Optional<String> adminPass = Optional.empty();
        private List<BlockDevice> blockDevices = List.of();
        private Optional<Integer> minCount = Optional.empty();

        private Builder(String name, String flavorRef) {
            this.name = name;
            this.flavorRef = flavorRef;
        }

        public Builder imageRef(Optional<String> value) {
            imageRef = value;
            return this;
        }

        public Builder networks(Optional<Networks> value) {
            networks = value;
            return this;
        }

        public Builder securityGroups(List<SecurityGroupRef> value) {
            securityGroups = value;
            return this;
        }

        public Builder keyName(Optional<String> value) {
            keyName = value;
            return this;
        }

        public Builder metadata(Map<String, String> value) {
            metadata = value;
            return this;
        }

        public Builder description(Optional<String> value) {
            description = value;
            return this;
        }

        public Builder tags(List<String> value) {
            tags = value;
            return this;
        }

        public Builder hostname(Optional<String> value) {
            hostname = value;
            return this;
        }

        public Builder userData(Optional<String> value) {
            userData = value;
            return this;
        }

        public Builder configDrive(Optional<Boolean> value) {
            configDrive = value;
            return this;
        }

        public Builder availabilityZone(Optional<String> value) {
            availabilityZone = value;
            return this;
        }

        public Builder adminPass(Optional<String> value) {
            adminPass = value;
            return this;
        }

        public Builder blockDevices(List<BlockDevice> value) {
            blockDevices = value;
            return this;
        }

        public Builder minCount(Optional<Integer> value) {
            minCount = value;
            return this;
        }

        public ServerCreate build() {
            return new ServerCreate(
                    name,
                    imageRef,
                    flavorRef,
                    networks,
                    securityGroups,
                    keyName,
                    metadata,
                    description,
                    tags,
                    hostname,
                    userData,
                    configDrive,
                    availabilityZone,
                    adminPass,
                    blockDevices,
                    minCount);
        }
    }
}
