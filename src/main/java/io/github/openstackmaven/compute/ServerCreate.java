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
        @JsonProperty("block_device_mapping_v2") List<BlockDevice> blockDevices) {

    /** A server of that image and flavor, and all else as Nova has it. */
    public static ServerCreate of(String name, String image, String flavor) {
        return new ServerCreate(
                name,
                Optional.of(image),
                flavor,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same server on those networks. */
    public ServerCreate on(Networks other) {
        return with(Optional.of(other), imageRef, blockDevices);
    }

    /** The same server with these disks, and with that image where one of them is the image's on the host itself. */
    public ServerCreate with(Optional<String> image, List<BlockDevice> disks) {
        return with(networks, image, disks);
    }

    private ServerCreate with(Optional<Networks> nets, Optional<String> image, List<BlockDevice> disks) {
        return new ServerCreate(
                name,
                image,
                flavorRef,
                nets,
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
                disks);
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
}
