/**
 * Neutron: networks, ports, floating IPs, security groups, quotas.
 *
 * <p>May use {@code web} and {@code state}. Begin at {@link io.github.openstackmaven.simulator.neutron.NetworkService};
 * filters, fields, sorting and pages are in {@code Listing}.
 */
@NullMarked
package io.github.openstackmaven.simulator.neutron;

import org.jspecify.annotations.NullMarked;
