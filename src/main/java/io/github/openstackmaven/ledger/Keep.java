package io.github.openstackmaven.ledger;

import java.util.Optional;

/** Retention of what a launch made: whether it outlives the build. */
public enum Keep {
    /** It is deleted when the build ends, however it ends. */
    NEVER,
    /** It stays when the build failed. */
    ON_FAILURE,
    /** It stays once it is launched; a launch that fails or is interrupted still leaves nothing. */
    ALWAYS;

    /** The one of that word, {@code never}, {@code onFailure} or {@code always}; empty when there is none. */
    public static Optional<Keep> of(String word) {
        return switch (word) {
            case "never" -> Optional.of(NEVER);
            case "onFailure" -> Optional.of(ON_FAILURE);
            case "always" -> Optional.of(ALWAYS);
            default -> Optional.empty();
        };
    }
}
