package io.github.openstackmaven.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The groups that a server and the ports made for it are in.
 *
 * @param existing ids
 * @param ingress the one made for the ingress rules
 */
public record SecurityGroups(List<String> existing, Optional<NewSecurityGroup> ingress) {
    public SecurityGroups {
        existing = List.copyOf(existing);
    }

    /** Their ids; empty leaves the choice to the cloud. */
    List<String> ids(Bindings bindings) {
        return Stream.concat(existing.stream(), ingress.map(bindings::id).stream())
                .toList();
    }
}
