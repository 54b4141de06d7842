package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server as <a href="https://docs.openstack.org/api-ref/compute/#show-server-details">Nova shows it</a>.
 *
 * @param availabilityZone empty text until it has a host
 * @param hostId what tells hosts apart without naming them; empty text until it has one
 */
public record Server(
        @NotEmpty String id,
        @OrEmpty String name,
        String status,
        @JsonProperty("OS-EXT-STS:task_state") Optional<String> taskState,
        Optional<Instant> created,
        @OrEmpty Map<String, List<Address>> addresses,
        @JsonSetter(contentNulls = Nulls.SKIP) Map<String, String> metadata,
        Optional<Fault> fault,
        @JsonProperty("OS-EXT-AZ:availability_zone") Optional<String> availabilityZone,
        Optional<String> hostId,
        @JsonProperty("key_name") Optional<String> keyName,
        Optional<FlavorOf> flavor) {
    /**
     * The status of one that is deleted where a cloud keeps those for a while: it is switched off and has all that it had, its
     * volumes, ports and place on a host, until Nova reclaims that or is
     * <a href="https://docs.openstack.org/api-ref/compute/#force-delete-server-forcedelete-action">told to</a>.
     */
    public static final String SOFT_DELETED = "SOFT_DELETED";

    /** Whether nothing is left of it: lists of what has changed have those, too. */
    public boolean isDeleted() {
        return status.equals("DELETED");
    }

    /** Whether it was deleted, and runs no more. */
    public boolean isGone() {
        return isDeleted() || status.equals(SOFT_DELETED);
    }

    /** The same server with these addresses. */
    public Server with(Map<String, List<Address>> others) {
        return new Server(
                id,
                name,
                status,
                taskState,
                created,
                others,
                metadata,
                fault,
                availabilityZone,
                hostId,
                keyName,
                flavor);
    }

    /**
     * One address on one network.
     *
     * @param version 4 or 6
     * @param type {@code fixed} or {@code floating}
     */
    public record Address(
            int version,
            String addr,
            @JsonProperty("OS-EXT-IPS:type") Optional<String> type) {}

    /**
     * Its flavor: the id up to microversion 2.46, what it has from 2.47 on.
     *
     * @param ram MiB
     */
    public record FlavorOf(Optional<String> id, Optional<Integer> vcpus, Optional<Integer> ram) {}

    /** Why a server is in ERROR. */
    public record Fault(Optional<Integer> code, @OrEmpty String message, Optional<String> details) {}
}
