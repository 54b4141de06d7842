package io.github.openstackmaven.simulator.state;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifiers as OpenStack writes them. */
public final class Ids {
    private Ids() {}

    /** The same for the same thing in every simulator, so that a failing test can be read. */
    public static String uuid(String thing) {
        return UUID.nameUUIDFromBytes(thing.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The same without dashes, as Keystone has them. */
    public static String hex(String thing) {
        return uuid(thing).replace("-", "");
    }

    public static String random() {
        return UUID.randomUUID().toString();
    }
}
