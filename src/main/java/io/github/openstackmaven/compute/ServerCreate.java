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
 * @param networks empty leaves the field out: Nova then takes the project's only network
 * @param userData Base64
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServerCreate(
        String name,
        String imageRef,
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
        @JsonProperty("availability_zone") Optional<String> availabilityZone) {

    /** The same server in that zone. */
    public ServerCreate in(Optional<String> zone) {
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
                zone);
    }

    /** The same server on those networks. */
    ServerCreate on(Networks other) {
        return new ServerCreate(
                name,
                imageRef,
                flavorRef,
                Optional.of(other),
                securityGroups,
                keyName,
                metadata,
                description,
                tags,
                hostname,
                userData,
                configDrive,
                availabilityZone);
    }

    /** A list of interfaces, or a word for all of them. */
    public sealed interface Networks {}

    /** {@code auto} or {@code none}. */
    public record Allocation(@JsonValue String word) implements Networks {}

    /** One interface each. */
    public record Interfaces(@JsonValue List<Interface> list) implements Networks {}

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
