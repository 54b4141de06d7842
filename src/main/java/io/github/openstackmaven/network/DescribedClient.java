package io.github.openstackmaven.network;

import java.util.List;
import java.util.Optional;

/**
 * A client of things that have a description, which may be written anew at any time: the
 * <a href="https://docs.openstack.org/api-ref/network/v2/#standard-attributes">standard attributes</a>.
 *
 * @param <T> the things
 */
public interface DescribedClient<T> {

    /** Those of one project, where an administrator sees all. */
    List<T> ofProject(String projectId);

    /** The one as it is now; empty when it is gone. */
    Optional<T> byId(String id);

    /** Gives one another description. */
    void describe(String id, String description);

    /** Deletes one; false when Neutron says that there is none. */
    boolean delete(String id);
}
