/**
 * Glance: images, their filters, their pages.
 *
 * <p>May use {@code web} and {@code state}. Begin at {@link io.github.openstackmaven.simulator.glance.ImageService}.
 */
@NullMarked
package io.github.openstackmaven.simulator.glance;

import org.jspecify.annotations.NullMarked;
