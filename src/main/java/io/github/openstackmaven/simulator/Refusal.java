package io.github.openstackmaven.simulator;

/** A request refused; the service gives it the shape of its own errors. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String type;

    Refusal(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    Refusal(int status, String message) {
        this(status, "", message);
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, "BadRequest", message);
    }

    static Refusal forbidden(String message) {
        return new Refusal(403, "Forbidden", message);
    }

    static Refusal notFound(String message) {
        return new Refusal(404, "NotFound", message);
    }

    static Refusal conflict(String message) {
        return new Refusal(409, "Conflict", message);
    }

    int status() {
        return status;
    }

    /** Neutron's name of the error; other services have none. */
    String type() {
        return type;
    }
}
