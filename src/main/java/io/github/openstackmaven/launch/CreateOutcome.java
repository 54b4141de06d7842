package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.HttpStatusException;
import io.github.openstackmaven.http.UnreachableException;
import io.github.openstackmaven.identity.LoginRefusedException;
import java.util.Optional;
import java.util.stream.Stream;

/** Outcome of a create that failed. */
enum CreateOutcome {
    /** Nothing was made: the cloud said no, or was not reached. */
    REFUSED,
    /** The cloud says that there is such a thing already, which may be the one: some proxies send a request twice. */
    CONFLICTING,
    /** Nobody knows. */
    UNKNOWN;

    private static final int CONFLICT = 409;

    /** What a failure tells of it, or the answer that it tells of in the user's terms. */
    static CreateOutcome of(OpenStackException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> told(cause).stream())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Optional<CreateOutcome> told(Throwable cause) {
        if (cause instanceof LoginRefusedException) return Optional.of(REFUSED); // without a token nothing is heeded
        if (cause instanceof UnreachableException unreachable) {
            return Optional.of(unreachable.mayHaveArrived() ? UNKNOWN : REFUSED);
        }
        return cause instanceof HttpStatusException answered
                ? Optional.of(answered(answered.status()))
                : Optional.empty();
    }

    private static CreateOutcome answered(int status) {
        if (status >= 500) return UNKNOWN;
        return status == CONFLICT ? CONFLICTING : REFUSED;
    }
}
