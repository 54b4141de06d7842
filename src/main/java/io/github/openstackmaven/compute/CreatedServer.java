package io.github.openstackmaven.compute;

import io.github.openstackmaven.config.Secret;
import java.util.Optional;

/**
 * What Nova says at once of a server it was asked for:
 * <a href="https://docs.openstack.org/api-ref/compute/#create-server">POST /servers</a>.
 *
 * @param adminPass the administrator's password, shown this once; empty where the cloud hides it
 */
public record CreatedServer(String id, Optional<Secret> adminPass) {}
