/**
 * Glance: images, their filters, their pages.
 *
 * <p>May use {@code web} and {@code state}. Begin at {@link io.github.openstackmaven.simulator.glance.ImageService}.
 */
package io.github.openstackmaven.simulator.glance;
