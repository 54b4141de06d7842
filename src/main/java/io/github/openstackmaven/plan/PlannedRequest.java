package io.github.openstackmaven.plan;

import io.github.openstackmaven.http.Post;

/**
 * A create as {@code plan.json} has it.
 *
 * @param service its official type: {@code compute}
 * @param path below the service's endpoint
 * @param body as it would be sent; ids that don't exist yet are words in angle brackets, passwords are {@code ***}
 */
public record PlannedRequest(String service, String path, Object body) {

    static PlannedRequest compute(Post post) {
        return new PlannedRequest("compute", post.path(), post.body());
    }

    static PlannedRequest network(Post post) {
        return new PlannedRequest("network", post.path(), post.body());
    }

    static PlannedRequest volume(Post post) {
        return new PlannedRequest("block-storage", post.path(), post.body());
    }
}
