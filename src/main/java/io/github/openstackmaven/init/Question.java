package io.github.openstackmaven.init;

import io.github.openstackmaven.NearestNames;
import io.github.openstackmaven.OpenStackException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one of is to be chosen.
 *
 * @param kind in the POM's word: {@code image}
 * @param property by which it is named where nobody is asked: {@code openstack.image}
 * @param offered in the order they are shown
 * @param suggested what is taken when nothing else is said
 */
record Question(String kind, String property, List<Offered> offered, Optional<Offered> suggested) {
    private static final int NAMED = 5;

    Question {
        offered = List.copyOf(offered);
    }

    /**
     * The one of that name or id.
     *
     * @throws OpenStackException when there is none; names the nearest
     */
    Offered named(String nameOrId) {
        return offered.stream()
                .filter(one -> one.name().equals(nameOrId))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(one -> one.id().equals(nameOrId))
                        .findFirst()
                        .map(Offered::byId))
                .orElseThrow(() -> names().unknown(kind, nameOrId));
    }

    /** Some of the names that look most like that. */
    Stream<String> nearestTo(String unknown) {
        return names().to(unknown).limit(NAMED);
    }

    private NearestNames names() {
        return new NearestNames(offered.stream().map(Offered::label).toList());
    }

    /** That none was named, and nobody is asked. */
    OpenStackException unanswered() {
        List<String> labels = offered.stream().map(Offered::label).distinct().toList();
        String some = labels.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = labels.size() > NAMED ? " and " + (labels.size() - NAMED) + " more" : "";
        return new OpenStackException(
                "No " + kind + " is named",
                labels.isEmpty()
                        ? "The project sees no " + kind + " at all."
                        : "Set -D" + property + "=NAME: there are " + some + more
                                + ". On a terminal, without -B, they are offered to choose from.");
    }
}
