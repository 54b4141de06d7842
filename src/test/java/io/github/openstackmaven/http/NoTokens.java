package io.github.openstackmaven.http;

import io.github.openstackmaven.config.Secret;
import java.util.Optional;

/** For services that want none. */
public record NoTokens() implements TokenSource {
    @Override
    public Optional<Secret> token() {
        return Optional.empty();
    }

    @Override
    public Optional<Secret> renew(Optional<Secret> rejected) {
        return rejected;
    }
}
