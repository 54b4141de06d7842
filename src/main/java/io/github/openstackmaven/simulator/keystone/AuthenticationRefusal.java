package io.github.openstackmaven.simulator.keystone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.KeystoneError;

/** A login refused, or half done. */
final class AuthenticationRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Answer answer;
    private final boolean challenge;

    private AuthenticationRefusal(Answer answer, boolean challenge) {
        super("401");
        this.answer = answer;
        this.challenge = challenge;
    }

    /** What Keystone says whatever was wrong: user, password, project or role. */
    static AuthenticationRefusal generic() {
        return new AuthenticationRefusal(Answer.json(401, KeystoneError.body(401, KeystoneError.UNAUTHORIZED)), true);
    }

    /** One of the refusals that do say why. */
    static AuthenticationRefusal because(String message, ObjectNode identity) {
        ObjectNode body = JsonTree.object(
                "error",
                new Fields()
                        .put("code", 401)
                        .put("identity", identity)
                        .put("message", message)
                        .put("title", "Unauthorized")
                        .object());
        return new AuthenticationRefusal(Answer.json(401, body), true);
    }

    /** Right so far, but another factor is wanted. */
    static AuthenticationRefusal receipt(String receipt, ObjectNode body) {
        return new AuthenticationRefusal(Answer.json(401, body).with("Openstack-Auth-Receipt", receipt), false);
    }

    Answer answer() {
        return answer;
    }

    boolean challenge() {
        return challenge;
    }
}
