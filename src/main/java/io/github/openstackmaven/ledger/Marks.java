package io.github.openstackmaven.ledger;

import java.util.Map;
import java.util.UUID;

/**
 * Who made a server and for what, as it stands in the server's metadata.
 *
 * @param build one id a Maven run
 * @param project groupId:artifactId
 * @param host the machine Maven runs on
 */
public record Marks(String build, String project, String host) {

    /** The metadata of one create; each call is another launch. */
    public Map<String, String> metadata() {
        return Map.of(
                "maven:build", build,
                "maven:project", project,
                "maven:launch", UUID.randomUUID().toString(),
                "maven:host", host);
    }
}
