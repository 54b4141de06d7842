/**
 * Cinder: volumes, snapshots, attachments, volume types, quotas.
 *
 * <p>May use {@code web} and {@code state}. Begin at {@link io.github.openstackmaven.simulator.cinder.VolumeService}; how a
 * volume comes to be is in {@link io.github.openstackmaven.simulator.cinder.VolumeCreation}.
 */
@NullMarked
package io.github.openstackmaven.simulator.cinder;

import org.jspecify.annotations.NullMarked;
