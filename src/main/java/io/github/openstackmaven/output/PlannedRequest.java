package io.github.openstackmaven.output;

/**
 * A POST that a launch would send.
 *
 * @param service its official type: {@code compute}
 * @param path below the service's endpoint
 * @param body as it would be sent; ids that don't exist yet are words in angle brackets, passwords are {@code ***}
 */
public record PlannedRequest(String service, String path, Object body) {

    static PlannedRequest compute(String path, Object body) {
        return new PlannedRequest("compute", path, body);
    }

    static PlannedRequest network(String path, Object body) {
        return new PlannedRequest("network", path, body);
    }

    static PlannedRequest volume(String path, Object body) {
        return new PlannedRequest("block-storage", path, body);
    }
}
