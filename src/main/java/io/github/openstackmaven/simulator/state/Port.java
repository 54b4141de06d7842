package io.github.openstackmaven.simulator.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A connection to a network.
 *
 * @param address its fixed address there
 * @param device the server or router it belongs to
 * @param traits what else it can be
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
        Traits traits,
        boolean preMade,
        int revision,
        Instant created,
        Instant updated)
        implements Owned {

    public static final String ROUTER = "network:router_interface";
    public static final String SERVER = "compute:nova";

    /**
     * What a port can be besides.
     *
     * @param secured whether security groups and {@code pairs} say what goes through
     * @param pairs further addresses that may be used
     */
    public record Traits(String vnicType, boolean secured, List<AddressPair> pairs, List<DhcpOption> options) {
        public static final Traits NONE = new Traits("normal", true, List.of(), List.of());
    }

    /** An address that is let through, with the MAC it may come from; the port's own where that is empty. */
    public record AddressPair(String address, Optional<String> mac) {}

    /** What a DHCP server is to tell. */
    public record DhcpOption(String name, String value) {}

    /** One that a user made, with nothing on it yet. */
    public static Builder builder(
            String id, String project, String network, String mac, String address, Instant created) {
        return new Builder(id, project, network, mac, address, created);
    }

    public Port attachedTo(String server, Instant now) {
        return next().device(Optional.of(server), SERVER).build(now);
    }

    Port released(Instant now) {
        return next().device(Optional.empty(), "").build(now);
    }

    public Port tagged(List<String> newTags, Instant now) {
        return next().tags(List.copyOf(newTags)).build(now);
    }

    /** The same, to be built with changes. */
    public Builder changing() {
        return next();
    }

    private Builder next() {
        return builder(id, project, network, mac, address, created)
                .name(name)
                .description(description)
                .device(device, owner)
                .adminUp(adminUp)
                .securityGroups(securityGroups)
                .tags(tags)
                .traits(traits)
                .preMade(preMade)
                .revision(revision + 1);
    }

    /** What one is made of, each by its name. */
    public static final class Builder {
        private final String id;
        private final String project;
        private final String network;
        private final String mac;
        private final Instant created;
        private String address;
        private String name = "";
        private String description = "";
        private Optional<String> device = Optional.empty();
        private String owner = "";
        private boolean adminUp = true;
        private List<String> securityGroups = List.of();
        private List<String> tags = List.of();
        private Traits traits = Traits.NONE;
        private boolean preMade = true;
        private int revision = 1;

        private Builder(String id, String project, String network, String mac, String address, Instant created) {
            this.id = id;
            this.project = project;
            this.network = network;
            this.mac = mac;
            this.address = address;
            this.created = created;
        }

        /** On that server or router. */
        public Builder device(Optional<String> value, String kind) {
            device = value;
            owner = kind;
            return this;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder description(String value) {
            description = value;
            return this;
        }

        public Builder adminUp(boolean value) {
            adminUp = value;
            return this;
        }

        public Builder securityGroups(List<String> value) {
            securityGroups = value;
            return this;
        }

        private Builder tags(List<String> value) {
            tags = value;
            return this;
        }

        public Builder traits(Traits value) {
            traits = value;
            return this;
        }

        public Builder address(String value) {
            address = value;
            return this;
        }

        public Builder preMade(boolean value) {
            preMade = value;
            return this;
        }

        public Builder revision(int value) {
            revision = value;
            return this;
        }

        /** As it is when nothing changed since it was made. */
        public Port build() {
            return build(created);
        }

        /** As it is since that change. */
        public Port build(Instant updated) {
            return new Port(
                    id,
                    name,
                    description,
                    network,
                    project,
                    mac,
                    address,
                    device,
                    owner,
                    adminUp,
                    securityGroups,
                    tags,
                    traits,
                    preMade,
                    revision,
                    created,
                    updated);
        }
    }
}
