package io.github.openstackmaven.ledger;

import java.util.Locale;

/** Types of what a launch may create, in the order of their deletion: what hangs on another goes before it. */
public enum ResourceType {
    SERVER,
    FLOATING_IP,
    PORT,
    VOLUME,
    KEYPAIR,
    SECURITY_GROUP,
    SERVER_GROUP,
    IMAGE;

    /** As the {@code openstack} command names it: {@code floating ip}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The command that deletes one. */
    public String deleteCommand(String id) {
        return "openstack " + label() + " delete " + id;
    }
}
