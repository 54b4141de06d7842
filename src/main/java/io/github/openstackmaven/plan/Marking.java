package io.github.openstackmaven.plan;

import java.util.Map;

/**
 * Whose a thing is and until when it lives, in each of the places that clouds have for it.
 *
 * @param server for a server's metadata
 * @param metadata for other metadata
 * @param description for a description
 * @param keypair a keypair's whole name
 * @param suffix for the end of the name of what has neither metadata nor description
 */
public record Marking(
        Map<String, String> server, Map<String, String> metadata, String description, String keypair, String suffix) {
    private static final Marking NONE = new Marking(Map.of(), Map.of(), "", "", "");

    public Marking {
        server = Map.copyOf(server);
        metadata = Map.copyOf(metadata);
    }

    /** Says nothing. */
    public static Marking none() {
        return NONE;
    }
}
