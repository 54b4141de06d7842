/**
 * Cinder: volumes, snapshots, attachments, volume types, quotas.
 *
 * <p>May use {@code web} and {@code state}. Begin at {@link io.github.openstackmaven.simulator.cinder.VolumeService}; how a
 * volume comes to be is in {@link io.github.openstackmaven.simulator.cinder.VolumeCreation}.
 */
package io.github.openstackmaven.simulator.cinder;
