package io.github.openstackmaven.simulator;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifiers as OpenStack writes them. */
final class Ids {
    private Ids() {}

    /** The same for the same thing in every simulator, so that a failing test can be read. */
    static String uuid(String thing) {
        return UUID.nameUUIDFromBytes(thing.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The same without dashes, as Keystone has them. */
    static String hex(String thing) {
        return uuid(thing).replace("-", "");
    }

    static String random() {
        return UUID.randomUUID().toString();
    }

    static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");
    }
}
