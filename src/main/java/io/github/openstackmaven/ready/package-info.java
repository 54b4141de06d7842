/**
 * Waits until all holds that {@code <waitFor>} says.
 *
 * <p>May use {@code plan}, {@code ssh} and {@code http}. Begin at {@link io.github.openstackmaven.ready.Readiness}.
 */
@NullMarked
package io.github.openstackmaven.ready;

import org.jspecify.annotations.NullMarked;
