package io.github.openstackmaven;

import java.util.Objects;

/** A failure in the user's terms: the message's first line is the cause, {@link #advice()} says what to do about it. */
public class OpenStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    public OpenStackException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    public OpenStackException(String message, String advice, Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    /** The cause. */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }

    /** What the user can do; may be empty. */
    public String advice() {
        return advice;
    }

    /** The cause, then, on lines of their own, what to do. */
    public String report() {
        return advice.isEmpty() ? getMessage() : getMessage() + System.lineSeparator() + advice;
    }

    /** Whether it may be otherwise a moment later, for who looks again in any case. */
    public boolean mayPass() {
        return false;
    }
}
