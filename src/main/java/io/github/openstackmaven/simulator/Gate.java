package io.github.openstackmaven.simulator;

import java.util.Optional;

/** What stands before each service and checks the token, as keystonemiddleware does. */
record Gate(Tokens tokens, String authUrl) {

    Optional<Token> session(Call call) {
        return call.header("X-Auth-Token").flatMap(tokens::valid);
    }

    Answer challenge(Answer answer) {
        return answer.with("WWW-Authenticate", "Keystone uri=\"" + authUrl + "\"");
    }

    /** The refusal of services that answer in JSON. */
    Answer refuse() {
        return challenge(Answer.json(401, KeystoneError.body(401, KeystoneError.UNAUTHORIZED)));
    }
}
