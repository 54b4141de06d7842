/**
 * A client of Glance, or of the images that Nova shows in its place. The wire and nothing else.
 *
 * <p>May use {@code http}. Begin at {@link io.github.openstackmaven.image.GlanceImages}.
 */
@NullMarked
package io.github.openstackmaven.image;

import org.jspecify.annotations.NullMarked;
