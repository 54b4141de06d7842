/**
 * Nova: servers and what belongs to them, flavors, keypairs, server groups, quotas.
 *
 * <p>May use {@code web} and {@code state}; has Cinder make the volumes that a server boots from. Begin at {@link
 * io.github.openstackmaven.simulator.nova.ComputeService}; how a server comes to be is in {@code ServerCreation}.
 */
@NullMarked
package io.github.openstackmaven.simulator.nova;

import org.jspecify.annotations.NullMarked;
