/**
 * What is on the cloud: servers, ports, volumes and the rest, what they start with and how they change with the time.
 *
 * <p>Knows no HTTP. Begin at {@link io.github.openstackmaven.simulator.state.CloudState}; what there is at the start is in
 * {@link io.github.openstackmaven.simulator.state.Contents}.
 */
@NullMarked
package io.github.openstackmaven.simulator.state;

import org.jspecify.annotations.NullMarked;
