/**
 * Neutron: networks, ports, floating IPs, security groups, quotas.
 *
 * <p>May use {@code web} and {@code state}. Begin at {@link io.github.openstackmaven.simulator.neutron.NetworkService};
 * filters, fields, sorting and pages are in {@code Listing}.
 */
package io.github.openstackmaven.simulator.neutron;
