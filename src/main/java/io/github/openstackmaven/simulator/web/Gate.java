package io.github.openstackmaven.simulator.web;

import java.util.Optional;
import java.util.function.Function;

/**
 * What stands before each service and checks the token, as keystonemiddleware does.
 *
 * @param callers who shows that token; empty when it isn't valid
 */
public record Gate(Function<String, Optional<Caller>> callers, String authUrl) {

    /** The call with its caller; empty when it has no valid token. */
    public Optional<Call> admit(Call call) {
        return call.header("X-Auth-Token").flatMap(callers).map(call::by);
    }

    public Answer challenge(Answer answer) {
        return answer.with("WWW-Authenticate", "Keystone uri=\"" + authUrl + "\"");
    }

    /** The refusal of services that answer in JSON. */
    public Answer refuse() {
        return challenge(Answer.json(401, KeystoneError.body(401, KeystoneError.UNAUTHORIZED)));
    }
}
