package io.github.openstackmaven.simulator.web;

import java.util.Objects;

/** A request refused; the service gives it the shape of its own errors. */
public final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String type;

    public Rejection(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    public Rejection(int status, String message) {
        this(status, "", message);
    }

    public static Rejection badRequest(String message) {
        return new Rejection(400, "BadRequest", message);
    }

    public static Rejection forbidden(String message) {
        return new Rejection(403, "Forbidden", message);
    }

    public static Rejection notFound(String message) {
        return new Rejection(404, "NotFound", message);
    }

    public static Rejection conflict(String message) {
        return new Rejection(409, "Conflict", message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }

    public int status() {
        return status;
    }

    /** Neutron's name of the error; other services have none. */
    public String type() {
        return type;
    }
}
