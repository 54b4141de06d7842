package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A connection to a network.
 *
 * @param address its fixed address there
 * @param device the server or router it belongs to
 * @param preMade made by a user, who keeps it when the server goes
 */
public record Port(
        String id,
        String name,
        String description,
        String network,
        String project,
        String mac,
        String address,
        Optional<String> device,
        String owner,
        boolean adminUp,
        List<String> securityGroups,
        List<String> tags,
        boolean preMade,
        int revision,
        Instant created,
        Instant updated)
        implements Owned {

    public static final String ROUTER = "network:router_interface";
    public static final String SERVER = "compute:nova";

    public Port attachedTo(String server, Instant now) {
        return with(name, description, Optional.of(server), SERVER, adminUp, securityGroups, tags, now);
    }

    Port released(Instant now) {
        return with(name, description, Optional.empty(), "", adminUp, securityGroups, tags, now);
    }

    public Port tagged(List<String> newTags, Instant now) {
        return with(name, description, device, owner, adminUp, securityGroups, List.copyOf(newTags), now);
    }

    public Port changed(String newName, String newDescription, boolean newAdminUp, List<String> groups, Instant now) {
        return with(newName, newDescription, device, owner, newAdminUp, groups, tags, now);
    }

    private Port with(
            String newName,
            String newDescription,
            Optional<String> newDevice,
            String newOwner,
            boolean newAdminUp,
            List<String> groups,
            List<String> newTags,
            Instant now) {
        return new Port(
                id,
                newName,
                newDescription,
                network,
                project,
                mac,
                address,
                newDevice,
                newOwner,
                newAdminUp,
                groups,
                newTags,
                preMade,
                revision + 1,
                created,
                now);
    }
}
