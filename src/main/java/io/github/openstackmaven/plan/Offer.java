package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.http.MicroversionRange;
import io.github.openstackmaven.identity.ServiceType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a cloud has of what not every cloud has, as far as it was asked and tells.
 *
 * @param extensions Neutron's, by their aliases
 * @param absent the services that it doesn't have, each with the error of who looks for it
 */
record Offer(
        Optional<MicroversionRange> nova,
        Optional<Set<String>> extensions,
        Map<ServiceType, OpenStackException> absent) {}
