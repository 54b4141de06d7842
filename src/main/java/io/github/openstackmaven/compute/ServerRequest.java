package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.Post;
import java.util.Map;

/** The body of <a href="https://docs.openstack.org/api-ref/compute/#create-server">POST /servers</a>. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServerRequest(
        ServerCreate server,
        @JsonProperty("os:scheduler_hints") Map<String, String> schedulerHints) {

    /** As it is sent. */
    public Post post() {
        return new Post("/servers", this);
    }
}
