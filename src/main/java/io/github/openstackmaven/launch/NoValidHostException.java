package io.github.openstackmaven.launch;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.compute.Flavor;

/** No compute host has room for the server; another zone may have. */
final class NoValidHostException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    NoValidHostException(String message, Flavor flavor) {
        super(
                message,
                "No compute host has room for flavor " + flavor.name() + " (" + flavor.size()
                        + "): choose a smaller one, name further <availabilityZones>, or try later.");
    }
}
