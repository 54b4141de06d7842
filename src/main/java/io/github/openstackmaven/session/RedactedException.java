package io.github.openstackmaven.session;

import io.github.openstackmaven.config.Redaction;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception as it may be told: its messages, and those of its causes and of what it suppressed, are redacted. */
public final class RedactedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;

    private RedactedException(Throwable original, Redaction redaction, Set<Throwable> seen) {
        super(message(original, redaction), cause(original, redaction, seen), true, true);
        this.type = original.getClass().getName();
        setStackTrace(original.getStackTrace());
        for (Throwable one : original.getSuppressed()) {
            if (seen.add(one)) addSuppressed(new RedactedException(one, redaction, seen));
        }
    }

    /** The exception itself where there is nothing to hide in it. */
    public static Throwable of(Throwable original, Redaction redaction) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return isFit(original, redaction, seen)
                ? original
                : new RedactedException(original, redaction, fresh(original));
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // a stack trace begins with it, as with the original's
    public String toString() {
        return getMessage() == null ? type : type + ": " + getMessage();
    }

    private static boolean isFit(@Nullable Throwable one, Redaction redaction, Set<Throwable> seen) {
        if (one == null || !seen.add(one)) return true;
        boolean fit = Optional.ofNullable(one.getMessage())
                .map(message -> redaction.told(message).equals(message))
                .orElse(true);
        if (!fit || !isFit(one.getCause(), redaction, seen)) return false;
        for (Throwable suppressed : one.getSuppressed()) if (!isFit(suppressed, redaction, seen)) return false;
        return true;
    }

    private static Set<Throwable> fresh(Throwable original) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(original);
        return seen;
    }

    private static @Nullable String message(Throwable original, Redaction redaction) {
        return original.getMessage() == null ? null : redaction.told(original.getMessage());
    }

    private static @Nullable Throwable cause(Throwable original, Redaction redaction, Set<Throwable> seen) {
        Throwable cause = original.getCause();
        return cause != null && seen.add(cause) ? new RedactedException(cause, redaction, seen) : null;
    }
}
