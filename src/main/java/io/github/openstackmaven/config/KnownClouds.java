package io.github.openstackmaven.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The clouds that can be named, and the file they are in.
 *
 * @param names those of clouds.yaml with secure.yaml
 * @param byVariables whether OS_* variables make one, too
 * @param byDefault the one that is taken when none is named: an entry's name, or that of the one made of variables
 * @param file the clouds.yaml in force
 * @param usersOwn where a clouds.yaml of the user's own is looked for, whether there is one or not
 */
public record KnownClouds(
        List<String> names, boolean byVariables, Optional<String> byDefault, Optional<Path> file, Path usersOwn) {
    public KnownClouds {
        names = List.copyOf(names);
    }
}
