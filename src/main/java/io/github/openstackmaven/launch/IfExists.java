package io.github.openstackmaven.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a launch does about a server of the same name that an earlier one of this project made. */
public enum IfExists {
    /** Makes another. */
    CREATE,
    /** Fails. */
    FAIL,
    /** Takes it, when it was made from the same description and is ready. */
    REUSE,
    /** Deletes it, with what is plugged into it, and makes another. */
    REPLACE;

    /** The one of that word; empty when there is none. */
    public static Optional<IfExists> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** As a POM says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
