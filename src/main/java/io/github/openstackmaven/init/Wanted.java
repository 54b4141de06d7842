package io.github.openstackmaven.init;

import java.util.List;
import java.util.Optional;

/** What is said of the server before anybody is asked. */
public record Wanted(Optional<String> name, Optional<String> image, Optional<String> flavor, List<String> networks) {
    public Wanted {
        networks = List.copyOf(networks);
    }
}
