package io.github.openstackmaven.init;

import io.github.openstackmaven.config.KnownClouds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cloud that somebody has chosen, where none was named.
 *
 * @param named the entry of clouds.yaml, or the simulator; empty for what the OS_* variables say, and a new one
 * @param isNew whether it is yet to be written down
 */
public record CloudChoice(Optional<String> named, boolean isNew) {
    private static final Offered SIMULATOR = offered("simulator", "an OpenStack inside the build, to try things");
    private static final Offered VARIABLES = offered("environment", "what the OS_* variables say");
    private static final Offered NEW = offered("new", "a clouds.yaml to fill in");

    /** Asks for one of those that there are, and suggests the one that a launch would take. */
    public static CloudChoice ask(KnownClouds known, Answers answers) {
        List<Offered> offered = new ArrayList<>();
        known.names().forEach(name -> offered.add(offered(name, "in clouds.yaml")));
        if (known.byVariables()) offered.add(VARIABLES);
        offered.add(SIMULATOR);
        if (known.file().isEmpty()) offered.add(NEW);
        Offered chosen = answers.choose(new Question("cloud", "openstack.cloud", offered, suggested(known, offered)));
        return new CloudChoice(
                Optional.of(chosen.name()).filter(name -> !chosen.equals(VARIABLES) && !chosen.equals(NEW)),
                chosen.equals(NEW));
    }

    private static Optional<Offered> suggested(KnownClouds known, List<Offered> offered) {
        Optional<String> named = known.byDefault().filter(known.names()::contains);
        return named.isEmpty() && known.byVariables()
                ? Optional.of(VARIABLES)
                : offered.stream()
                        .filter(one -> named.filter(one.name()::equals).isPresent())
                        .findFirst();
    }

    private static Offered offered(String name, String about) {
        return new Offered(name, name, about, Offered.By.NAME);
    }
}
