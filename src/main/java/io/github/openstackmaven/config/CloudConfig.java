package io.github.openstackmaven.config;

import java.net.URI;
import java.util.Optional;

/**
 * Everything needed to log in to one cloud and find its services.
 *
 * @param authUrl Keystone's root including the version, without a trailing slash: {@code http://host:5000/v3}
 * @param user who logs in
 * @param password the user's password
 * @param project the project the token is scoped to
 * @param region the catalog's region; empty leaves the choice to the catalog
 * @param endpointInterface {@code public}, {@code internal} or {@code admin}
 */
public record CloudConfig(
        URI authUrl, User user, Secret password, Project project, Optional<String> region, String endpointInterface) {

    /** A user; the domain is needed only beside a name. */
    public record User(Ref user, Optional<Ref> domain) {}

    /** A project; the domain is needed only beside a name. */
    public record Project(Ref project, Optional<Ref> domain) {}
}
