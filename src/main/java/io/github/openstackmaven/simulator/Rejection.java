package io.github.openstackmaven.simulator;

/** A request refused; the service gives it the shape of its own errors. */
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String type;

    Rejection(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    Rejection(int status, String message) {
        this(status, "", message);
    }

    static Rejection badRequest(String message) {
        return new Rejection(400, "BadRequest", message);
    }

    static Rejection forbidden(String message) {
        return new Rejection(403, "Forbidden", message);
    }

    static Rejection notFound(String message) {
        return new Rejection(404, "NotFound", message);
    }

    static Rejection conflict(String message) {
        return new Rejection(409, "Conflict", message);
    }

    int status() {
        return status;
    }

    /** Neutron's name of the error; other services have none. */
    String type() {
        return type;
    }
}
