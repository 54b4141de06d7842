package io.github.openstackmaven.network;

import io.github.openstackmaven.http.Post;
import java.util.Map;

/**
 * What <a href="https://docs.openstack.org/api-ref/network/v2/#create-security-group">POST /security-groups</a> is sent: a
 * group that lets everything out and nothing in.
 */
public record SecurityGroupCreate(String name, String description) {

    /** As it is sent. */
    public Post post() {
        return new Post("/security-groups", Map.of("security_group", this));
    }
}
