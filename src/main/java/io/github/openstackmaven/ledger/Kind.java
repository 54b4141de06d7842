package io.github.openstackmaven.ledger;

import java.util.Locale;

/** What a launch may make, in the order in which it is deleted again: what hangs on another goes before it. */
public enum Kind {
    SERVER,
    FLOATING_IP,
    PORT,
    VOLUME,
    KEYPAIR,
    SECURITY_GROUP,
    SERVER_GROUP;

    /** As the {@code openstack} command names it: {@code floating ip}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The command that deletes one. */
    public String deleteCommand(String id) {
        return "openstack " + label() + " delete " + id;
    }
}
