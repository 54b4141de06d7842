/**
 * A client of Neutron: networks, ports, floating IPs, security groups. The wire and nothing else.
 *
 * <p>May use {@code http}. Begin at {@link io.github.openstackmaven.network.NetworkClient}.
 */
@NullMarked
package io.github.openstackmaven.network;

import org.jspecify.annotations.NullMarked;
