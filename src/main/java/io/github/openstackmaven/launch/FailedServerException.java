package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Flavor;
import java.util.List;

/** A server went to ERROR; another attempt may fare better. */
final class FailedServerException extends OpenStackException {
    private static final long serialVersionUID = 1L;
    private static final List<String> NO_HOST = List.of("No valid host", "Exhausted all hosts available");

    private final boolean hostless;

    /**
     * A failure with the cloud's own fault.
     *
     * @param subject the server
     */
    FailedServerException(String subject, String fault, Flavor flavor) {
        super(subject + " went to ERROR: " + fault, advice(fault, flavor));
        this.hostless = hostless(fault);
    }

    /** Whether no compute host had room for it: another zone may have. */
    boolean hostless() {
        return hostless;
    }

    private static boolean hostless(String fault) {
        return NO_HOST.stream().anyMatch(fault::contains);
    }

    // Nova checks the quota once more after it has accepted the create.
    private static String advice(String fault, Flavor flavor) {
        if (hostless(fault)) {
            return "No compute host has room for flavor " + flavor.name() + " (" + flavor.size()
                    + "): choose a smaller one, name further <availabilityZones>, or try later.";
        }
        return fault.contains("Quota exceeded")
                ? "Delete servers that are no longer needed, or ask the cloud's operator for quota."
                : "Give the cloud's operator the server's id.";
    }
}
