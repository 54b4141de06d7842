package io.github.openstackmaven;

/** Somebody wants the build to end: what is waited for is no longer wanted. The thread stays interrupted. */
public final class InterruptedWaitException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    private InterruptedWaitException(String message, String advice, Throwable cause) {
        super(message, advice, cause);
    }

    /**
     * Of a wait that was interrupted; interrupts the thread again, for who looks at it next.
     *
     * @param doing what was waited for: {@code looking at the cloud}
     */
    public static InterruptedWaitException of(String doing, String advice, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new InterruptedWaitException("Interrupted while " + doing, advice, cause);
    }
}
