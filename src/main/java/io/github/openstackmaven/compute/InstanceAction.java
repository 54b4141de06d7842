package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was done to a server: <a
 * href="https://docs.openstack.org/api-ref/compute/#show-server-action-details">os-instance-actions</a>.
 *
 * @param action {@code create}, {@code delete}, {@code reboot} and others
 * @param requestId the id that Nova answered the request with
 * @param message {@code Error} when it failed
 * @param events its steps; empty in a list
 */
public record InstanceAction(
        @OrEmpty String action,
        @JsonProperty("request_id") String requestId,
        @JsonProperty("start_time") Instant started,
        Optional<String> message,
        @OrEmpty List<Event> events) {

    /**
     * One step.
     *
     * @param event {@code compute__do_build_and_run_instance} and others
     * @param finished empty while it goes on
     * @param result {@code Success} or {@code Error}
     */
    public record Event(
            @OrEmpty String event,
            @JsonProperty("start_time") Instant started,
            @JsonProperty("finish_time") Optional<Instant> finished,
            Optional<String> result) {}
}
