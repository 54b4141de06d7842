/**
 * An OpenStack in memory, over real HTTP: six services as Zed has them, their faults and words. It is compared with a
 * real cloud line by line, and answers more than this plugin asks, so that the {@code openstack} command works with it
 * too.
 *
 * <p>Stands alone: the JDK and Jackson. This package is what others use, and what disturbs the answers; the services are
 * below it. Begin at {@link io.github.openstackmaven.simulator.Simulator}; trouble is planned in {@link
 * io.github.openstackmaven.simulator.FaultPlan}, and the way of a request begins in {@code Dispatcher}.
 */
@NullMarked
package io.github.openstackmaven.simulator;

import org.jspecify.annotations.NullMarked;
