/**
 * A client of Nova: servers, flavors, keypairs, server groups. The wire and nothing else.
 *
 * <p>May use {@code http} and {@code config}. Begin at {@link io.github.openstackmaven.compute.ComputeClient}.
 */
@NullMarked
package io.github.openstackmaven.compute;

import org.jspecify.annotations.NullMarked;
