package io.github.openstackmaven.http;

import io.github.openstackmaven.OpenStackException;
import java.util.Objects;

/** No answer came: name unknown, connection refused, deadline passed, TLS failed. */
public final class UnreachableException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final boolean mayHaveArrived;

    /**
     * No answer.
     *
     * @param passing whether another try may fare better
     * @param mayHaveArrived whether the service may have the request all the same
     */
    public UnreachableException(
            String message, String advice, boolean passing, boolean mayHaveArrived, Throwable cause) {
        super(message, advice, cause);
        this.passing = passing;
        this.mayHaveArrived = mayHaveArrived;
    }

    /** Of a request whose thread was interrupted; interrupts it again, for who looks at it next. */
    static UnreachableException interrupted(Request request, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UnreachableException(
                "Interrupted while waiting for " + request.uri().getHost(),
                "The service may have the request all the same.",
                false,
                true,
                e);
    }

    /** The same, which advises this as well. */
    public UnreachableException with(String furtherAdvice) {
        return new UnreachableException(
                getMessage(),
                advice() + " " + furtherAdvice,
                passing,
                mayHaveArrived,
                Objects.requireNonNull(getCause()));
    }

    /** Whether another try may fare better. */
    public boolean passing() {
        return passing;
    }

    /** Whoever looks again anyway may be answered; but for one who was interrupted. */
    @Override
    public boolean mayPass() {
        return !(getCause() instanceof InterruptedException);
    }

    /** Whether the service may have the request all the same. */
    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }
}
