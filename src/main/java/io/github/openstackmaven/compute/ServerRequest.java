package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/** The body of <a href="https://docs.openstack.org/api-ref/compute/#create-server">POST /servers</a>. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServerRequest(
        ServerCreate server,
        @JsonProperty("os:scheduler_hints") Map<String, String> schedulerHints) {

    /** The same for a server on those networks. */
    ServerRequest with(ServerCreate.Networks networks) {
        return new ServerRequest(server.on(networks), schedulerHints);
    }

    /** The same for a server in that zone. */
    public ServerRequest in(Optional<String> zone) {
        return new ServerRequest(server.in(zone), schedulerHints);
    }
}
